import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Household,
  IdParam,
  ListPayeeChanges,
  type Page,
  page,
  PayeeChange,
  RefusePayeeChange,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { DecidePayeeChangeService } from './decide-payee-change.ts';
import { PayeeChangesService } from './payee-changes.service.ts';

@Controller('v1')
export class PayeeChangesController {
  constructor(
    private readonly changes: PayeeChangesService,
    private readonly decisions: DecidePayeeChangeService,
  ) {}

  @Get('payee-changes')
  @Allow('payee.confirm')
  @Answers(page(PayeeChange))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListPayeeChanges }) query: ListPayeeChanges,
  ): Promise<Page<PayeeChange>> {
    return this.changes.list(actor, query);
  }

  @Post('households/:id/payee/confirm')
  @Allow('payee.confirm')
  @HttpCode(200)
  @Answers(Household)
  confirm(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Household> {
    return this.decisions.confirm(actor, { id, expectedVersion });
  }

  @Post('households/:id/payee/refuse')
  @Allow('payee.confirm')
  @HttpCode(200)
  @Answers(Household)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: RefusePayeeChange }) input: RefusePayeeChange,
  ): Promise<Household> {
    return this.decisions.refuse(actor, { id, expectedVersion }, input);
  }

  @Post('households/:id/payee/take-back')
  @Allow('payee.designate')
  @HttpCode(200)
  @Answers(Household)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Household> {
    return this.decisions.takeBack(actor, { id, expectedVersion });
  }
}
