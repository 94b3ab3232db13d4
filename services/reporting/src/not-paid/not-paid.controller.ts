import { Controller, Get, Query } from '@nestjs/common';
import { GivenAreaCode, NotPaid, Period, ProgrammeCode, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import type { z } from 'zod';

import { NotPaidService } from './not-paid.service.ts';

const ListNotPaid = listQuery({
  areaCode: GivenAreaCode.optional(),
  programme: ProgrammeCode.optional(),
  period: Period.optional(),
});
type ListNotPaid = z.infer<typeof ListNotPaid>;

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
