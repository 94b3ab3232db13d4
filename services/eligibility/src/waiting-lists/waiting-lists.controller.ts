import { Controller, Get, Query } from '@nestjs/common';
import { GivenAreaCode, ProgrammeCode, WaitingPlace, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import type { z } from 'zod';

import { WaitingListsService } from './waiting-lists.service.ts';

const ListWaiting = listQuery({ programme: ProgrammeCode.optional(), areaCode: GivenAreaCode.optional() });
type ListWaiting = z.infer<typeof ListWaiting>;

@Controller('v1/waiting-lists')
export class WaitingListsController {
  constructor(private readonly waitingLists: WaitingListsService) {}

  @Get()
  @Allow('waiting-list.read')
  @Answers(page(WaitingPlace))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListWaiting }) query: ListWaiting): Promise<Page<WaitingPlace>> {
    return this.waitingLists.list(actor, query);
  }
}
