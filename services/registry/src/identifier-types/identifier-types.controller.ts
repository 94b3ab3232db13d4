import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { IdentifierType, IdentifierTypeCode, PublishIdentifierType, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, type Page } from '@janela/platform';
import { z } from 'zod';

import { IdentifierTypesService } from './identifier-types.service.ts';

const TypeCode = z.strictObject({ type: IdentifierTypeCode });
type TypeCode = z.infer<typeof TypeCode>;

@Controller('v1/identifier-types')
export class IdentifierTypesController {
  constructor(private readonly types: IdentifierTypesService) {}

  @Get()
  @Allow('identifier-type.read')
  @Answers(page(IdentifierType))
  list(@CurrentActor() actor: Actor): Promise<Page<IdentifierType>> {
    return this.types.list(actor);
  }

  @Put(':type')
  @Allow('identifier-type.publish')
  @Answers(IdentifierType)
  publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: TypeCode }) { type }: TypeCode,
    @Body({ schema: PublishIdentifierType }) input: PublishIdentifierType,
  ): Promise<IdentifierType> {
    return this.types.publish(actor, type, input);
  }
}
