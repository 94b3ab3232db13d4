import { Injectable } from '@nestjs/common';
import { ApplicationDecided, ApplicationRecommended, ApplicationSubmitted } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

type ApplicationEvent = ReceivedEvent<
  typeof ApplicationSubmitted | typeof ApplicationRecommended | typeof ApplicationDecided
>;

interface Row {
  id: string;
  household_id: string;
  area_code: string;
  staff: string[];
  decision_id: string | null;
  outcome: string | null;
  decided_at: string | null;
}

@Injectable()
export class ApplicationConsumer {
  /** Keeps whose application it is, who acted on it, and the latest decision. */
  @OnEventBatch(ApplicationSubmitted, ApplicationRecommended, ApplicationDecided)
  async onApplicationEvents(events: readonly ApplicationEvent[], tx: Tx): Promise<void> {
    const rows = new Map<string, Row>();
    for (const event of events) rows.set(event.key, rowAfter(event, rows.get(event.key)));
    await tx.query(
      `INSERT INTO subject_applications AS known (id, household_id, area_code, hands, decision_id, outcome, decided_at)
       SELECT id, household_id, area_code, staff, decision_id, outcome, decided_at
       FROM jsonb_to_recordset($1) AS received (id uuid, household_id uuid, area_code text, staff text[], decision_id uuid, outcome text, decided_at timestamptz)
       ON CONFLICT (id) DO UPDATE SET
         household_id = excluded.household_id, area_code = excluded.area_code,
         hands = ARRAY(SELECT DISTINCT actor FROM unnest(known.hands || excluded.hands) AS actor ORDER BY actor),
         decision_id = COALESCE(excluded.decision_id, known.decision_id),
         outcome = COALESCE(excluded.outcome, known.outcome),
         decided_at = COALESCE(excluded.decided_at, known.decided_at)`,
      [JSON.stringify([...rows.values()])],
    );
  }
}

function rowAfter(event: ApplicationEvent, before: Row | undefined): Row {
  const { applicationId: id, subject, areaCode } = event.data;
  const nothing = { staff: [], decision_id: null, outcome: null, decided_at: null };
  const row: Row = { ...nothing, ...before, id, household_id: subject.householdId, area_code: areaCode };
  switch (event.type) {
    case ApplicationSubmitted.type:
      return { ...row, staff: [...row.staff, event.data.submittedBy] };
    case ApplicationDecided.type: {
      const { decidedBy, outcome } = event.data;
      return { ...row, staff: [...row.staff, decidedBy], decision_id: event.id, outcome, decided_at: event.time };
    }
    case ApplicationRecommended.type:
      return row;
  }
}
