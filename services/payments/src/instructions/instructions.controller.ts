import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IdParam, Payment } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { EnquirePaymentService } from './enquire-payment.ts';

@Controller('v1/payments/:id')
export class InstructionsController {
  constructor(private readonly enquirePayment: EnquirePaymentService) {}

  @Post('enquire')
  @Allow('payment.enquire')
  @HttpCode(200)
  @Answers(Payment)
  enquire(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Payment> {
    return this.enquirePayment.enquire(actor, { id, expectedVersion });
  }
}
