import { Controller, Get, Query } from '@nestjs/common';
import { Difference, ListDifferences, page, type Page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { DifferencesService } from './differences.service.ts';

@Controller('v1/differences')
export class DifferencesController {
  constructor(private readonly differences: DifferencesService) {}

  @Get()
  @Allow('difference.read')
  @Answers(page(Difference))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDifferences }) query: ListDifferences,
  ): Promise<Page<Difference>> {
    return this.differences.list(actor, query);
  }
}
