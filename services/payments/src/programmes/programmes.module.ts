import { Module } from '@nestjs/common';

import { ProgrammesController } from './programmes.controller.ts';
import { ProgrammesService } from './programmes.service.ts';

@Module({ controllers: [ProgrammesController], providers: [ProgrammesService] })
export class ProgrammesModule {}
