import { Injectable } from '@nestjs/common';
import { ContributionReceived, ContributionReversed } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { keepNewest } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class ContributionConsumer {
  @OnEventBatch(ContributionReceived, ContributionReversed)
  async onContributionEvents(
    events: readonly ReceivedEvent<typeof ContributionReceived | typeof ContributionReversed>[],
    tx: Tx,
  ): Promise<void> {
    const rows = events.map(({ type, data, aggregateVersion: version }) => ({
      contribution_id: data.contributionId,
      version,
      person_id: data.personId,
      area_code: data.areaCode,
      programme: data.programme,
      branch: data.branch,
      period: `${data.period}-01`,
      received_on: data.on,
      reversed: type === ContributionReversed.type,
    }));
    await keepNewest(tx, 'contributions', rows);
  }
}
