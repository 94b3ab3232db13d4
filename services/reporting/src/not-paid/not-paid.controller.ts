import { Controller, Get, Query } from '@nestjs/common';
import { ListNotPaid, NotPaid, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { NotPaidService } from './not-paid.service.ts';

@Controller('v1/not-paid')
export class NotPaidController {
  constructor(private readonly notPaid: NotPaidService) {}

  @Get()
  @Allow('not-paid.read')
  @Answers(page(NotPaid))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListNotPaid }) query: ListNotPaid): Promise<Page<NotPaid>> {
    return this.notPaid.list(actor, query);
  }
}
