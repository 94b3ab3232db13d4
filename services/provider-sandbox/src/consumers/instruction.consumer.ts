import { Injectable } from '@nestjs/common';
import { InstructionIssued } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { PayingService } from '../paying/paying.service.ts';

@Injectable()
export class InstructionConsumer {
  constructor(private readonly paying: PayingService) {}

  /** The same instruction may come again; it is the same payment. */
  @OnEventBatch(InstructionIssued)
  async onInstructionIssued(events: readonly ReceivedEvent<typeof InstructionIssued>[], tx: Tx): Promise<void> {
    await this.paying.receive(
      tx,
      events.map(({ data }) => data),
    );
  }
}
