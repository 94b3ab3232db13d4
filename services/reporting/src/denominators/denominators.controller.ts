import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Denominator, items, ListDenominators, LoadDenominators, LoadedDenominators } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { DenominatorsService } from './denominators.service.ts';
import { LoadDenominatorsService } from './load-denominators.ts';

@Controller('v1/denominators')
export class DenominatorsController {
  constructor(
    private readonly denominators: DenominatorsService,
    private readonly loadDenominators: LoadDenominatorsService,
  ) {}

  @Put()
  @Allow('denominator.load')
  @Answers(LoadedDenominators)
  load(
    @CurrentActor() actor: Actor,
    @Body({ schema: LoadDenominators }) input: LoadDenominators,
  ): Promise<LoadedDenominators> {
    return this.loadDenominators.load(actor, input);
  }

  @Get()
  @Allow('denominator.read')
  @Answers(items(Denominator))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDenominators }) query: ListDenominators,
  ): Promise<{ items: Denominator[] }> {
    return this.denominators.list(actor, query);
  }
}
