import { Module } from '@nestjs/common';

import { DifferencesController } from './differences.controller.ts';
import { DifferencesService } from './differences.service.ts';

@Module({ controllers: [DifferencesController], providers: [DifferencesService] })
export class DifferencesModule {}
