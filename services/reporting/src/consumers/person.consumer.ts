import { Injectable } from '@nestjs/common';
import { PersonDied, PersonMerged } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { keepNewest } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class PersonConsumer {
  @OnEventBatch(PersonDied)
  async onPersonDied(events: readonly ReceivedEvent<typeof PersonDied>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data, aggregateVersion: version }) => ({
      person_id: data.personId,
      version,
      died_on: data.on,
      withdrawn: data.certainty === 'withdrawn',
    }));
    await keepNewest(tx, 'deaths', rows);
  }

  @OnEventBatch(PersonMerged)
  async onPersonMerged(events: readonly ReceivedEvent<typeof PersonMerged>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data, aggregateVersion: version }) => ({
      person_id: data.personId,
      version,
      into_person_id: data.intoPersonId,
    }));
    await keepNewest(tx, 'person_merges', rows);
  }
}
