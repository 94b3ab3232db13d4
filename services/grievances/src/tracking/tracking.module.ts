import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.ts';
import { TrackingController } from './tracking.controller.ts';
import { TrackingService } from './tracking.service.ts';

@Module({ imports: [CasesModule], controllers: [TrackingController], providers: [TrackingService] })
export class TrackingModule {}
