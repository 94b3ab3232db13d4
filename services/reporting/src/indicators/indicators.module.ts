import { Module } from '@nestjs/common';

import { IndicatorsController } from './indicators.controller.ts';
import { IndicatorsService } from './indicators.service.ts';

@Module({ controllers: [IndicatorsController], providers: [IndicatorsService] })
export class IndicatorsModule {}
