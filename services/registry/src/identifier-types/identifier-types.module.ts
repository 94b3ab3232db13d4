import { Module } from '@nestjs/common';

import { FormatsModule } from '../formats/formats.module.ts';
import { IdentifierTypesController } from './identifier-types.controller.ts';
import { IdentifierTypesService } from './identifier-types.service.ts';

@Module({ imports: [FormatsModule], controllers: [IdentifierTypesController], providers: [IdentifierTypesService] })
export class IdentifierTypesModule {}
