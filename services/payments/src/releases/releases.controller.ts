import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ConfirmPayee, HoldPayment, IdParam, Payment } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { ConfirmPayeeService } from './confirm-payee.ts';
import { ReleasePaymentService } from './release-payment.ts';

@Controller('v1/payments/:id')
export class ReleasesController {
  constructor(
    private readonly releasePayment: ReleasePaymentService,
    private readonly payees: ConfirmPayeeService,
  ) {}

  @Post('release')
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

  @Post('payee/confirm')
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
