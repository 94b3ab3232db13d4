import { Injectable } from '@nestjs/common';
import { CycleApproved, CycleClosed, CycleDispatched, CycleOpened, CycleSubmitted } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

type CycleEvent = ReceivedEvent<
  typeof CycleOpened | typeof CycleSubmitted | typeof CycleApproved | typeof CycleDispatched | typeof CycleClosed
>;

@Injectable()
export class CycleConsumer {
  /** Who had a hand in a cycle, ever. */
  @OnEventBatch(CycleOpened, CycleSubmitted, CycleApproved, CycleDispatched, CycleClosed)
  async take(events: readonly CycleEvent[], tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO subject_cycles AS known (id, hands)
       SELECT id, array_agg(DISTINCT hand ORDER BY hand) FROM unnest($1::uuid[], $2::text[]) AS told (id, hand) GROUP BY id ORDER BY id
       ON CONFLICT (id) DO UPDATE SET
         hands = ARRAY(SELECT DISTINCT hand FROM unnest(known.hands || excluded.hands) AS hand ORDER BY hand)`,
      [events.map(({ key }) => key), events.map(({ data }) => data.by)],
    );
  }
}
