import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AddFunds,
  Funds,
  FundsBalance,
  RefuseFunds,
  items,
  page,
  IdParam,
  ListFunds,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { DecideFundsService } from './decide-funds.ts';
import { FundsService } from './funds.service.ts';
import { ProposeFundsService } from './propose-funds.ts';

@Controller('v1/funds')
export class FundsController {
  constructor(
    private readonly funds: FundsService,
    private readonly proposals: ProposeFundsService,
    private readonly decisions: DecideFundsService,
  ) {}

  @Post()
  @Allow('funds.add')
  @Answers(Funds)
  propose(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: AddFunds }) input: AddFunds,
  ): Promise<Funds> {
    return this.proposals.propose(actor, key, input);
  }

  @Get()
  @Allow('funds.read')
  @Answers(page(Funds))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListFunds }) query: ListFunds): Promise<Page<Funds>> {
    return this.funds.list(actor, query);
  }

  @Get('balances')
  @Allow('funds.read')
  @Answers(items(FundsBalance))
  balances(@CurrentActor() actor: Actor): Promise<{ items: FundsBalance[] }> {
    return this.funds.balances(actor);
  }

  @Post(':id/approve')
  @Allow('funds.approve')
  @HttpCode(200)
  @Answers(Funds)
  approve(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Funds> {
    return this.decisions.approve(actor, { id, expectedVersion });
  }

  @Post(':id/refuse')
  @Allow('funds.approve')
  @HttpCode(200)
  @Answers(Funds)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: RefuseFunds }) input: RefuseFunds,
  ): Promise<Funds> {
    return this.decisions.refuse(actor, { id, expectedVersion }, input);
  }
}
