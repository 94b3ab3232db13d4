import { Controller, Get, Query } from '@nestjs/common';
import { ListWaitingPlaces, type Page, page, WaitingPlace } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { WaitingListsService } from './waiting-lists.service.ts';

@Controller('v1/waiting-lists')
export class WaitingListsController {
  constructor(private readonly waitingLists: WaitingListsService) {}

  @Get()
  @Allow('waiting-list.read')
  @Answers(page(WaitingPlace))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListWaitingPlaces }) query: ListWaitingPlaces,
  ): Promise<Page<WaitingPlace>> {
    return this.waitingLists.list(actor, query);
  }
}
