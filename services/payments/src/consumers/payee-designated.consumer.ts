import { Injectable } from '@nestjs/common';
import { PayeeDesignated } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { PayeesService } from '../payees/payees.service.ts';

@Injectable()
export class PayeeDesignatedConsumer {
  constructor(private readonly payees: PayeesService) {}

  /** What is frozen keeps its payee; what is reckoned from now on goes to this one. */
  @OnEvent(PayeeDesignated)
  async designate({ id, time, data }: ReceivedEvent<typeof PayeeDesignated>, tx: Tx): Promise<void> {
    await this.payees.designate(tx, id, time, data);
  }
}
