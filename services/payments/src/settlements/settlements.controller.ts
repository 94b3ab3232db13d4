import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  RefuseSettlement,
  SettleDifference,
  Settlement,
  SettlePayment,
  page,
  IdParam,
  ListSettlements,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { DecideSettlementService } from './decide-settlement.ts';
import { ProposeSettlementService } from './propose-settlement.ts';
import { SettlementsService } from './settlements.service.ts';

@Controller('v1')
export class SettlementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly proposals: ProposeSettlementService,
    private readonly decisions: DecideSettlementService,
  ) {}

  @Post('differences/:id/settle')
  @Allow('settlement.propose')
  @Answers(Settlement)
  settleDifference(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: SettleDifference }) input: SettleDifference,
  ): Promise<Settlement> {
    return this.proposals.proposeForDifference(actor, id, input);
  }

  @Post('payments/:id/settle')
  @Allow('settlement.propose')
  @Answers(Settlement)
  settlePayment(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: SettlePayment }) input: SettlePayment,
  ): Promise<Settlement> {
    return this.proposals.proposeForPayment(actor, { id, expectedVersion }, input);
  }

  @Get('settlements')
  @Allow('difference.read')
  @Answers(page(Settlement))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListSettlements }) query: ListSettlements,
  ): Promise<Page<Settlement>> {
    return this.settlements.list(actor, query);
  }

  @Post('settlements/:id/confirm')
  @Allow('settlement.confirm')
  @HttpCode(200)
  @Answers(Settlement)
  confirm(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Settlement> {
    return this.decisions.confirm(actor, { id, expectedVersion });
  }

  @Post('settlements/:id/refuse')
  @Allow('settlement.confirm')
  @HttpCode(200)
  @Answers(Settlement)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: RefuseSettlement }) input: RefuseSettlement,
  ): Promise<Settlement> {
    return this.decisions.refuse(actor, { id, expectedVersion }, input);
  }
}
