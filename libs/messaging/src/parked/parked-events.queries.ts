import type { ParkedEvent, ParkedEventState } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { standsAloneSql } from '../inbox/parsed-record.ts';

/** A page of parked events, one row more than asked for when there are more. Of an aggregate that waits, only the event that holds it up. */
export function listParkedEvents(
  tx: Tx,
  state: ParkedEventState,
  limit: number,
  after?: string,
): Promise<ParkedEvent[]> {
  return tx
    .query<ListedRow[]>(state === 'waiting' ? waitingSql : resolvedSql, [state, after ?? null, limit + 1])
    .then((rows) => rows.map(toParkedEvent));
}

interface ListedRow extends Omit<ParkedEvent, 'error' | 'detail' | 'parkedAt'> {
  readonly reason: string;
  readonly error: string | null;
  readonly parkedAt: Date;
}

function toParkedEvent({ reason, error, parkedAt, ...row }: ListedRow): ParkedEvent {
  // A refusal brings a code of its own, which says more than that it was one.
  const [, code, detail] = (reason === 'refused' && /^([\w.-]+)(?:: (.*))?$/s.exec(error ?? '')) || [];
  return {
    ...row,
    error: code ?? reason,
    detail: code ? (detail ?? '') : (error ?? ''),
    parkedAt: parkedAt.toISOString(),
  };
}

const columns = `id, consumer, event_id AS "eventId", type, topic, partition, "offset", key, state, reason, error, attempts,
  parked_at AS "parkedAt"`;

const waitingSql = `
  SELECT ${columns}, "waitingBehind" FROM (
    SELECT DISTINCT ON (aggregate) *, (count(*) OVER (PARTITION BY aggregate))::int - 1 AS "waitingBehind"
    FROM (SELECT *, (consumer, topic, CASE WHEN ${standsAloneSql} THEN id::text ELSE coalesce(key, id::text) END) AS aggregate FROM parked_events WHERE state = $1) waiting
    ORDER BY aggregate, aggregate_version NULLS FIRST, partition, "offset"
  ) first WHERE $2::uuid IS NULL OR id > $2 ORDER BY id LIMIT $3`;

const resolvedSql = `
  SELECT ${columns}, 0 AS "waitingBehind" FROM parked_events
  WHERE state = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;
