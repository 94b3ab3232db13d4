import { Injectable } from '@nestjs/common';
import { SensitiveRecorded } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { addStatements } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class SensitiveConsumer {
  @OnEventBatch(SensitiveRecorded)
  async onSensitiveRecorded(events: readonly ReceivedEvent<typeof SensitiveRecorded>[], tx: Tx): Promise<void> {
    await addStatements(
      tx,
      'sensitive_cases',
      events.map(({ data }) => ({ record_id: data.recordId })),
    );
  }
}
