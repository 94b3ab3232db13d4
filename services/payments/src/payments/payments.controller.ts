import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HoldPayment, IdParam, items, ListPayments, page, type Page, Payment, ReasonSays } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { CancelPaymentService } from './cancel-payment.ts';
import { PaymentsService } from './payments.service.ts';
import { reasons } from './reasons.ts';

@Controller('v1')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly cancelPayment: CancelPaymentService,
  ) {}

  @Get('payments')
  @Allow('payment.read')
  @Answers(page(Payment))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListPayments }) query: ListPayments): Promise<Page<Payment>> {
    return this.payments.list(actor, query);
  }

  @Get('payments/:id')
  @Allow('payment.read')
  @Answers(Payment)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Payment> {
    return this.payments.get(actor, id);
  }

  @Post('payments/:id/cancel')
  @Allow('payment.hold')
  @HttpCode(200)
  @Answers(Payment)
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: HoldPayment }) input: HoldPayment,
  ): Promise<Payment> {
    return this.cancelPayment.cancel(actor, { id, expectedVersion }, input);
  }

  @Get('reason-codes')
  @Allow('reason.read')
  @Answers(items(ReasonSays))
  reasons(): { items: ReasonSays[] } {
    return { items: Object.entries(reasons).map(([code, says]) => ({ code, says })) };
  }
}
