import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryService } from './history.service.ts';

@Module({ imports: [AccessLogModule], controllers: [HistoryController], providers: [HistoryService] })
export class HistoryModule {}
