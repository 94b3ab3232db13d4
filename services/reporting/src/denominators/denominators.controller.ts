import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Denominator, items, ListDenominators, LoadDenominators, LoadedDenominators } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { DenominatorsService } from './denominators.service.ts';

@Controller('v1/denominators')
export class DenominatorsController {
  constructor(private readonly denominators: DenominatorsService) {}

  @Put()
  @Allow('denominator.load')
  @Answers(LoadedDenominators)
  load(
    @CurrentActor() actor: Actor,
    @Body({ schema: LoadDenominators }) input: LoadDenominators,
  ): Promise<LoadedDenominators> {
    return this.denominators.load(actor, input);
  }

  @Get()
  @Allow('denominator.read')
  @Answers(items(Denominator))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDenominators }) { areaCode }: ListDenominators,
  ): Promise<{ items: Denominator[] }> {
    return this.denominators.list(actor, areaCode);
  }
}
