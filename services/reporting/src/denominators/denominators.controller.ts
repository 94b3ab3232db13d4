import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Denominator, GivenAreaCode, LoadDenominators, LoadedDenominators, items } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';
import { z } from 'zod';

import { DenominatorsService } from './denominators.service.ts';

const ListDenominators = z.strictObject({ areaCode: GivenAreaCode });
type ListDenominators = z.infer<typeof ListDenominators>;

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
