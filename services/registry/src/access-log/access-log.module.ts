import { Module } from '@nestjs/common';

import { AccessLogController } from './access-log.controller.ts';
import { AccessLogService } from './access-log.service.ts';

@Module({ controllers: [AccessLogController], providers: [AccessLogService], exports: [AccessLogService] })
export class AccessLogModule {}
