import { Module } from '@nestjs/common';

import { DenominatorsController } from './denominators.controller.ts';
import { DenominatorsService } from './denominators.service.ts';

@Module({ controllers: [DenominatorsController], providers: [DenominatorsService], exports: [DenominatorsService] })
export class DenominatorsModule {}
