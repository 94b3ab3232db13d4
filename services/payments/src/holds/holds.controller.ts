import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ConfirmPayee, HoldPayment, IdParam, ListHeldPayments, page, type Page, Payment } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { ConfirmPayeeService } from './confirm-payee.ts';
import { HoldPaymentService } from './hold-payment.ts';
import { HoldsService } from './holds.service.ts';
import { ReleasePaymentService } from './release-payment.ts';

@Controller('v1')
export class HoldsController {
  constructor(
    private readonly holds: HoldsService,
    private readonly holdPayment: HoldPaymentService,
    private readonly releasePayment: ReleasePaymentService,
    private readonly payees: ConfirmPayeeService,
  ) {}

  @Get('held-payments')
  @Allow('cycle.read')
  @Answers(page(Payment))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListHeldPayments }) query: ListHeldPayments,
  ): Promise<Page<Payment>> {
    return this.holds.list(actor, query);
  }

  @Post('payments/:id/hold')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  hold(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.holdPayment.hold(actor, { id, expectedVersion }, input);
  }

  @Post('payments/:id/release')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  release(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.releasePayment.release(actor, { id, expectedVersion }, input);
  }

  @Post('payments/:id/payee/confirm')
  @Allow('payment.confirm-payee')
  @HttpCode(200)
  @Answers(Payment)
  confirmPayee(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: ConfirmPayee }) input: ConfirmPayee,
  ): Promise<Payment> {
    return this.payees.confirm(actor, { id, expectedVersion }, input);
  }
}
