import { Injectable } from '@nestjs/common';
import { CycleApproved, CycleClosed, CycleDispatched, CycleOpened, CycleSubmitted } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

type CycleEvent = ReceivedEvent<
  typeof CycleOpened | typeof CycleSubmitted | typeof CycleApproved | typeof CycleDispatched | typeof CycleClosed
>;

@Injectable()
export class CycleConsumer {
  /** Keeps who acted on a cycle, ever. */
  @OnEventBatch(CycleOpened, CycleSubmitted, CycleApproved, CycleDispatched, CycleClosed)
  async onCycleEvents(events: readonly CycleEvent[], tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO subject_cycles AS known (id, hands)
       SELECT id, array_agg(DISTINCT actor ORDER BY actor) FROM unnest($1::uuid[], $2::text[]) AS acted (id, actor) GROUP BY id ORDER BY id
       ON CONFLICT (id) DO UPDATE SET
         hands = ARRAY(SELECT DISTINCT actor FROM unnest(known.hands || excluded.hands) AS actor ORDER BY actor)`,
      [events.map(({ key }) => key), events.map(({ data }) => data.by)],
    );
  }
}
