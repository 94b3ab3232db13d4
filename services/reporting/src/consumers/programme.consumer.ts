import { Injectable } from '@nestjs/common';
import { ProgrammePublished } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { addStatements } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class ProgrammeConsumer {
  @OnEventBatch(ProgrammePublished)
  async onProgrammePublished(events: readonly ReceivedEvent<typeof ProgrammePublished>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data }) => ({
      programme_id: data.programmeId,
      version: data.version,
      code: data.code,
      title: data.title,
      unit: data.unit,
      contributory: data.contributory,
      components: data.sdgComponents,
      frequency: data.frequency,
      valid_from: data.validFrom,
    }));
    await addStatements(tx, 'programmes', rows);
  }
}
