import type { ParkedEventRelease, ParkedEventState } from '@janela/contracts';
import type { Actor, Audit, AuditEntry, Cipher, Tx } from '@janela/platform';

import type { IncomingRecord } from '../bus/event-bus.ts';
import { failureOf } from '../bus/failures.ts';
import { advanceHeads, aggregateOf, receive, type Aggregate } from '../inbox/heads.ts';
import { standsAlone, standsAloneSql, type ParkReason } from '../inbox/parsed-record.ts';
import { UnknownConsumer, ParkedEventNotFound, ParkedEventResolved } from './parked-events.errors.ts';
import { describeError, payloadOf } from './parking.ts';
import type { Transact } from '../projections/transact.ts';
import { writeProjection } from '../projections/projections.ts';
import { readEvent, UnreadableEvent, type ReceivedEvent } from '../inbox/received-event.ts';
import type { ConsumerPlan } from '../subscriptions/subscriptions.ts';

/** The most events that one release applies; the operator may ask for another. */
const releasedAtOnce = 1_000;

interface ParkedRow {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly event_id: string | null;
  readonly aggregate_version: string | null;
  readonly headers: Record<string, string>;
  readonly payload: Buffer | null;
  readonly sealed_payload: string | null;
  readonly payload_bytes: number;
  readonly reason: string;
  readonly state: ParkedEventState;
}

/** What an operator may do about parked events: try again, in the order of the aggregate, or set one aside for good. */
export class ParkedEvents {
  constructor(
    private readonly planOf: (consumer: string) => ConsumerPlan | undefined,
    private readonly transact: Transact,
    private readonly cipher: Cipher | undefined,
    private readonly audit?: Audit,
  ) {}

  /** Applies the parked events of this one's aggregate, oldest first, until one fails again. */
  async retry(actor: Actor, id: string): Promise<ParkedEventRelease> {
    const row = await this.transact(async (tx) => {
      const found = await this.getParked(tx, id);
      await this.audit?.add(tx, actor, entryOf('retried', found));
      return found;
    });
    return this.release(row, actor);
  }

  /** Gives one event up, and says why; those that waited behind it are applied. */
  async setAside(actor: Actor, id: string, because: string): Promise<ParkedEventRelease> {
    const row = await this.transact(async (tx) => {
      const found = await this.getParked(tx, id);
      await lockAggregate(tx, found);
      const [first] = await listAggregate(tx, found, 1);
      await resolve(tx, actor, id, { state: 'set_aside', because });
      await this.audit?.add(tx, actor, entryOf('set-aside', found, { because }));
      if (first?.id === id && !isAlone(found)) await moveHead(tx, found);
      return found;
    });
    if (!this.planOf(row.consumer)) return { released: 0, remaining: await this.countRemaining(row) };
    return this.release(row, actor);
  }

  /** Applies what came too early and is the next event now, and what waited behind it. What fails again stays parked. */
  async fill(actor: Actor, consumer: string, { topic, key }: Aggregate): Promise<void> {
    const [early] = await this.transact((tx): Promise<ParkedRow[]> =>
      tx.query(
        `SELECT * FROM parked_events WHERE consumer = $1 AND topic = $2 AND key = $3 AND state = 'waiting'
           AND NOT ${standsAloneSql} ORDER BY aggregate_version LIMIT 1`,
        [consumer, topic, key],
      ),
    );
    if (early?.reason === ('version_gap' satisfies ParkReason)) await this.release(early, actor);
  }

  private async release(of: ParkedRow, actor: Actor): Promise<ParkedEventRelease> {
    const plan = this.planOf(of.consumer);
    if (!plan) throw new UnknownConsumer();
    let released = 0;
    for (; released < releasedAtOnce; released += 1) {
      let current: ParkedRow | undefined;
      try {
        await this.transact(async (tx) => {
          await lockAggregate(tx, of);
          [current] = await listAggregate(tx, of, 1);
          if (current) await this.apply(tx, plan, current, actor);
        });
      } catch (error) {
        if (!current || failureOf(error) === 'transient') throw error;
        const reason = await this.noteFailure(plan, current, error);
        return { released, remaining: await this.countRemaining(of), stoppedAt: { id: current.id, error: reason } };
      }
      if (!current) break;
    }
    return { released, remaining: await this.countRemaining(of) };
  }

  private async apply(tx: Tx, plan: ConsumerPlan, row: ParkedRow, actor: Actor): Promise<void> {
    const event = this.read(plan, row);
    const { topic } = row;
    const before = await advanceHeads(tx, row.consumer, [{ topic, key: event.key, version: event.aggregateVersion }]);
    const isLater = event.aggregateVersion > (before.get(aggregateOf({ topic, key: event.key })) ?? 0);
    // The operator says that this is the true event, and the one under whose version it came is not.
    const isNew = isLater || row.reason === ('version_reused' satisfies ParkReason);
    if (plan.projection) await writeProjection(tx, plan.projection);
    // One that could not be read before is received only now.
    await receive(tx, row.consumer, [event.id]);
    if (isNew) await plan.handlers.get(event.type)?.handle([event], tx);
    const because = isNew ? null : 'A newer version of its aggregate had been applied already';
    await resolve(tx, actor, row.id, { state: 'retried', because });
  }

  private read(plan: ConsumerPlan, row: ParkedRow): ReceivedEvent {
    const { topic, partition, offset, key, headers } = row;
    const value = payloadOf(row, (from) => (plan.personalTopics.has(from) ? this.cipher : undefined));
    if (value === null && row.payload_bytes > 0) {
      throw new UnreadableEvent('too_large', `${row.payload_bytes} bytes were too many to keep.`);
    }
    const record: IncomingRecord = { topic, partition, offset, key, headers, value };
    return readEvent(record, plan.catalogue);
  }

  private async noteFailure(plan: ConsumerPlan, row: ParkedRow, error: unknown): Promise<string> {
    const reason =
      error instanceof UnreadableEvent ? error.defect : failureOf(error) === 'permanent' ? 'refused' : 'failed';
    const text = describeError(error, plan.personalTopics.has(row.topic));
    await this.transact((tx) =>
      tx.query('UPDATE parked_events SET attempts = attempts + 1, reason = $2, error = $3 WHERE id = $1', [
        row.id,
        reason,
        text,
      ]),
    );
    return reason;
  }

  private async getParked(tx: Tx, id: string): Promise<ParkedRow> {
    const [row]: ParkedRow[] = await tx.query('SELECT * FROM parked_events WHERE id = $1', [id]);
    if (!row) throw new ParkedEventNotFound();
    if (row.state !== 'waiting') throw new ParkedEventResolved();
    return row;
  }

  private async countRemaining(of: ParkedRow): Promise<number> {
    const [row] = await this.transact((tx): Promise<{ count: number }[]> =>
      tx.query(`SELECT count(*)::int ${ofAggregate}`, aggregateParameters(of)),
    );
    return row?.count ?? 0;
  }
}

const entryOf = (what: 'retried' | 'set-aside', row: ParkedRow, more: object = {}): AuditEntry => ({
  action: `parked-event.${what}`,
  subject: `parked-event:${row.id}`,
  details: {
    consumer: row.consumer,
    topic: row.topic,
    eventId: row.event_id,
    aggregateVersion: row.aggregate_version,
    ...more,
  },
});

const isAlone = ({ reason, aggregate_version: version }: ParkedRow) => standsAlone(reason, version);

/** A record without a key is of no aggregate, and waits alone; so does one that has no place in it. */
const ofAggregate = `FROM parked_events WHERE consumer = $1 AND topic = $2 AND state = 'waiting'
  AND (id = $4 OR (key = $3 AND NOT ${standsAloneSql}))`;

const aggregateParameters = (row: ParkedRow) => [row.consumer, row.topic, isAlone(row) ? null : row.key, row.id];

/** The oldest parked events of the same aggregate: by version where there is one, else as they arrived. */
function listAggregate(tx: Tx, of: ParkedRow, limit: number): Promise<ParkedRow[]> {
  return tx.query(
    `SELECT * ${ofAggregate} ORDER BY aggregate_version NULLS FIRST, partition, "offset" LIMIT $5 FOR UPDATE`,
    [...aggregateParameters(of), limit],
  );
}

/** Locks the aggregate against the consumer and other operators until the end of the transaction. */
async function lockAggregate(tx: Tx, { consumer, topic, key }: ParkedRow): Promise<void> {
  if (key !== null) await advanceHeads(tx, consumer, [{ topic, key, version: 0 }]);
}

/** Later versions follow on the one that was given up, where it was the next; what only claimed to be far ahead moves nothing. */
async function moveHead(tx: Tx, { consumer, topic, key, aggregate_version: version }: ParkedRow): Promise<void> {
  if (key === null || version === null) return;
  await tx.query(
    `UPDATE inbox_heads SET version = version + 1
     WHERE consumer = $1 AND topic = $2 AND key = $3 AND version = $4::bigint - 1`,
    [consumer, topic, key, version],
  );
}

async function resolve(
  tx: Tx,
  actor: Actor,
  id: string,
  { state, because }: { state: 'retried' | 'set_aside'; because: string | null },
): Promise<void> {
  const rows: unknown[] = await tx.query(
    `WITH resolved AS (
       UPDATE parked_events SET state = $2, settled_at = now(), settled_by = $3, settled_because = $4
       WHERE id = $1 AND state = 'waiting' RETURNING id
     ) SELECT id FROM resolved`,
    [id, state, actor.id, because],
  );
  if (rows.length === 0) throw new ParkedEventResolved();
}
