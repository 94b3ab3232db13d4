import { Module } from '@nestjs/common';

import { DenominatorsController } from './denominators.controller.ts';
import { DenominatorsService } from './denominators.service.ts';
import { LoadDenominatorsService } from './load-denominators.ts';

@Module({ controllers: [DenominatorsController], providers: [DenominatorsService, LoadDenominatorsService] })
export class DenominatorsModule {}
