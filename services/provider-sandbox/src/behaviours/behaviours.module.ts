import { Module } from '@nestjs/common';

import { BehavioursController } from './behaviours.controller.ts';
import { BehavioursService } from './behaviours.service.ts';

@Module({ controllers: [BehavioursController], providers: [BehavioursService], exports: [BehavioursService] })
export class BehavioursModule {}
