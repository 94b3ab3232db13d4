import { Injectable } from '@nestjs/common';
import { CycleClosed, CycleDispatched, CycleOpened } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { keepNewest } from '../coverage/write-rows.ts';

@Injectable()
@InCoverage
export class CycleConsumer {
  @OnEventBatch(CycleOpened, CycleDispatched, CycleClosed)
  async onCycleEvents(
    events: readonly ReceivedEvent<typeof CycleOpened | typeof CycleDispatched | typeof CycleClosed>[],
    tx: Tx,
  ): Promise<void> {
    const rows = events.map(({ data, aggregateVersion: version, type }) => ({
      cycle_id: data.cycleId,
      version,
      programme: data.programme,
      period: `${data.period}-01`,
      period_months: data.periodMonths,
      state: type.split('.')[2],
    }));
    await keepNewest(tx, 'cycles', rows);
  }
}
