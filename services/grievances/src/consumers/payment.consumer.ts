import { Injectable } from '@nestjs/common';
import {
  PaymentCancelled,
  PaymentFailed,
  PaymentHeld,
  PaymentInstructed,
  PaymentPaid,
  PaymentRecovered,
  PaymentReleased,
  PaymentReturned,
  PaymentUnknown,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

type PaymentEvent = ReceivedEvent<
  | typeof PaymentInstructed
  | typeof PaymentPaid
  | typeof PaymentFailed
  | typeof PaymentReturned
  | typeof PaymentUnknown
  | typeof PaymentHeld
  | typeof PaymentReleased
  | typeof PaymentCancelled
  | typeof PaymentRecovered
>;

/** After these the household may appeal: what it waits for has come, or will not. */
const settling: ReadonlySet<string> = new Set([
  PaymentPaid.type,
  PaymentFailed.type,
  PaymentReturned.type,
  PaymentHeld.type,
  PaymentCancelled.type,
]);

interface Row {
  id: string;
  household_id: string;
  area_code: string;
  cycle_id: string;
  staff: string[];
  settled_at: string | null;
}

@Injectable()
export class PaymentConsumer {
  /** Keeps whose payment it is, of which cycle, who has stopped it, and when it last came to an end. A cycle of a million has as many events. */
  @OnEventBatch(
    PaymentInstructed,
    PaymentPaid,
    PaymentFailed,
    PaymentReturned,
    PaymentUnknown,
    PaymentHeld,
    PaymentReleased,
    PaymentCancelled,
    PaymentRecovered,
  )
  async onPaymentEvents(events: readonly PaymentEvent[], tx: Tx): Promise<void> {
    const rows = new Map<string, Row>();
    for (const event of events) rows.set(event.key, rowAfter(event, rows.get(event.key)));
    await tx.query(
      `INSERT INTO subject_payments AS known (id, household_id, area_code, cycle_id, hands, settled_at)
       SELECT id, household_id, area_code, cycle_id, staff, settled_at
       FROM jsonb_to_recordset($1) AS received (id uuid, household_id uuid, area_code text, cycle_id uuid, staff text[], settled_at timestamptz)
       ON CONFLICT (id) DO UPDATE SET
         cycle_id = excluded.cycle_id,
         hands = ARRAY(SELECT DISTINCT actor FROM unnest(known.hands || excluded.hands) AS actor ORDER BY actor),
         settled_at = COALESCE(excluded.settled_at, known.settled_at)
       WHERE excluded.settled_at IS NOT NULL OR excluded.hands <> '{}' OR known.cycle_id IS NULL`,
      [JSON.stringify([...rows.values()])],
    );
  }
}

function rowAfter(event: PaymentEvent, before: Row | undefined): Row {
  const { paymentId: id, householdId, areaCode, cycleId } = event.data;
  const about = { id, household_id: householdId, area_code: areaCode, cycle_id: cycleId };
  const row = before ?? { ...about, staff: [], settled_at: null };
  return {
    ...row,
    staff: 'by' in event.data ? [...row.staff, event.data.by] : row.staff,
    settled_at: settling.has(event.type) ? event.time : row.settled_at,
  };
}
