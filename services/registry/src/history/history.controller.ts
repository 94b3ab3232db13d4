import { Controller, Get, Param, Query } from '@nestjs/common';
import { HouseholdChange, IdParam, ListHouseholdChanges, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { HistoryService } from './history.service.ts';

@Controller('v1/households/:id/history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Allow('household.read-history')
  @Answers(page(HouseholdChange))
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ListHouseholdChanges }) query: ListHouseholdChanges,
  ): Promise<Page<HouseholdChange>> {
    return this.history.list(actor, id, query);
  }
}
