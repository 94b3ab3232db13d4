import { Module } from '@nestjs/common';

import { TrackingController } from './tracking.controller.ts';
import { TrackingService } from './tracking.service.ts';

@Module({ controllers: [TrackingController], providers: [TrackingService] })
export class TrackingModule {}
