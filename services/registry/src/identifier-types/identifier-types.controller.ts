import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { IdentifierType, IdentifierTypeParam, type Page, page, PublishIdentifierType } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { IdentifierTypesService } from './identifier-types.service.ts';

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
    @Param({ schema: IdentifierTypeParam }) { type }: IdentifierTypeParam,
    @Body({ schema: PublishIdentifierType }) input: PublishIdentifierType,
  ): Promise<IdentifierType> {
    return this.types.publish(actor, type, input);
  }
}
