import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AddFunds, ProgrammeCode, Funds, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, listQuery, type Page } from '@janela/platform';
import type { z } from 'zod';

import { FundsService } from './funds.service.ts';

export const ListFunds = listQuery({ programme: ProgrammeCode.optional() });
export type ListFunds = z.infer<typeof ListFunds>;

@Controller('v1/funds')
export class FundsController {
  constructor(private readonly funds: FundsService) {}

  @Post()
  @Allow('funds.add')
  @Answers(Funds)
  add(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: AddFunds }) input: AddFunds,
  ): Promise<Funds> {
    return this.funds.add(actor, key, input);
  }

  @Get()
  @Allow('funds.read')
  @Answers(page(Funds))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListFunds }) query: ListFunds): Promise<Page<Funds>> {
    return this.funds.list(actor, query);
  }
}
