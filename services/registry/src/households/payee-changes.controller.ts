import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Household, Id, page, PayeeChange, RefusePayeeChange } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch, type Page } from '@janela/platform';
import { z } from 'zod';

import { DecidePayeeChangeService } from './decide-payee-change.ts';
import { FindPayeeChangesService, ListPayeeChanges } from './find-payee-changes.ts';

const HouseholdId = z.strictObject({ id: Id });
type HouseholdId = z.infer<typeof HouseholdId>;

@Controller('v1')
export class PayeeChangesController {
  constructor(
    private readonly changes: FindPayeeChangesService,
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
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
  ): Promise<Household> {
    return this.decisions.confirm(actor, { id, expected });
  }

  @Post('households/:id/payee/refuse')
  @Allow('payee.confirm')
  @HttpCode(200)
  @Answers(Household)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: RefusePayeeChange }) input: RefusePayeeChange,
  ): Promise<Household> {
    return this.decisions.refuse(actor, { id, expected }, input);
  }

  @Post('households/:id/payee/take-back')
  @Allow('payee.designate')
  @HttpCode(200)
  @Answers(Household)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
  ): Promise<Household> {
    return this.decisions.takeBack(actor, { id, expected });
  }
}
