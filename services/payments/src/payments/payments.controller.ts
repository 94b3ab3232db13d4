import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ConfirmPayee,
  HoldPayment,
  Reissue,
  ReissuePayment,
  ReasonSays,
  items,
  Payment,
  page,
  IdParam,
  ListPayments,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { PaymentsService } from './payments.service.ts';
import { reasons } from './reasons.ts';
import { ReissuesService } from './reissues.service.ts';

@Controller('v1')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly reissues: ReissuesService,
  ) {}

  @Get('payments')
  @Allow('payment.read')
  @Answers(page(Payment))
  find(@CurrentActor() actor: Actor, @Query({ schema: ListPayments }) query: ListPayments): Promise<Page<Payment>> {
    return this.payments.find(actor, query);
  }

  @Get('payments/:id')
  @Allow('payment.read')
  @Answers(Payment)
  read(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Payment> {
    return this.payments.get(actor, id);
  }

  @Post('payments/:id/hold')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  hold(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.payments.hold(actor, id, version, input);
  }

  @Post('payments/:id/release')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  release(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.payments.release(actor, id, version, input);
  }

  @Post('payments/:id/payee/confirm')
  @Allow('payment.confirm-payee')
  @HttpCode(200)
  @Answers(Payment)
  confirmPayee(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: ConfirmPayee }) input: ConfirmPayee,
  ): Promise<Payment> {
    return this.payments.confirmPayee(actor, id, version, input);
  }

  @Post('payments/:id/cancel')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.payments.cancel(actor, id, version, input);
  }

  @Post('payments/:id/enquire')
  @Allow('payment.enquire')
  @HttpCode(200)
  @Answers(Payment)
  enquire(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
  ): Promise<Payment> {
    return this.payments.enquire(actor, id, version);
  }

  @Post('payments/:id/reissue')
  @Allow('payment.reissue')
  @Answers(Reissue)
  reissue(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @IdempotencyKey() key: string,
    @Body({ schema: ReissuePayment }) input: ReissuePayment,
  ): Promise<Reissue> {
    return this.reissues.request(actor, id, version, key, input);
  }

  @Get('reason-codes')
  @Allow('reason.read')
  @Answers(items(ReasonSays))
  reasons(): { items: ReasonSays[] } {
    return { items: Object.entries(reasons).map(([code, says]) => ({ code, says })) };
  }
}
