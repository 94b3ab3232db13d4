import { Injectable } from '@nestjs/common';
import { AreaPublished } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { keepNewest, noteDays } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class AreaConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEventBatch(AreaPublished)
  async onAreaPublished(events: readonly ReceivedEvent<typeof AreaPublished>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data, aggregateVersion: version }) => ({
      code: data.code,
      version,
      level: data.level,
      name: data.name,
      parent: data.parent ?? null,
      valid_from: data.validFrom,
      valid_to: data.validTo ?? null,
    }));
    await keepNewest(tx, 'areas', rows);
    await noteDays(
      tx,
      events.map(({ time }) => this.clock.dayOf(time)),
    );
  }
}
