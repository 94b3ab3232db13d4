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
import { SettlementsService } from './settlements.service.ts';

@Controller('v1')
export class SettlementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly decider: DecideSettlementService,
  ) {}

  @Post('differences/:id/settle')
  @Allow('settlement.propose')
  @Answers(Settlement)
  settleDifference(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: SettleDifference }) input: SettleDifference,
  ): Promise<Settlement> {
    return this.settlements.proposeForDifference(actor, id, input);
  }

  @Post('payments/:id/settle')
  @Allow('settlement.propose')
  @Answers(Settlement)
  settlePayment(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: SettlePayment }) input: SettlePayment,
  ): Promise<Settlement> {
    return this.settlements.proposeForPayment(actor, id, version, input);
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
    @IfMatch() version: number,
  ): Promise<Settlement> {
    return this.decider.confirm(actor, id, version);
  }

  @Post('settlements/:id/refuse')
  @Allow('settlement.confirm')
  @HttpCode(200)
  @Answers(Settlement)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: RefuseSettlement }) input: RefuseSettlement,
  ): Promise<Settlement> {
    return this.decider.refuse(actor, id, version, input);
  }
}
