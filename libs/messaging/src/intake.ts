import { InvariantError } from '@janela/kernel';
import type { Cipher, Tx } from '@janela/platform';
import type { IncomingRecord } from './event-bus.ts';
import { nameOf } from './failures.ts';
import type { DeliveryHooks } from './hooks.ts';
import { REMEMBERED_DAYS } from './inbox-retention.ts';
import {
  advanceHeads,
  aggregateOf,
  blockedOf,
  partitionName,
  partitionsReadWhole,
  receive,
  setHeads,
  standsAlone,
  type Aggregate,
  type Head,
} from './inbox.ts';
import { describeError, park, storableKey, type Parking, type ParkReason } from './parking.ts';
import { writeProjection } from './projections.ts';
import { describeRecord, readEvent, UnreadableEvent, type ReceivedEvent } from './received-event.ts';
import type { ConsumerPlan, Handler } from './subscriptions.ts';
import { processing } from './tracing.ts';

/** A record that has been judged: an event to handle, or a reason why it must be parked. */
export interface Judged {
  readonly record: IncomingRecord;
  readonly event?: ReceivedEvent;
  readonly refusal?: { readonly reason: ParkReason; readonly error: string };
}

/** What became of a slice, for the metrics. */
export interface Taken {
  readonly applied: readonly ReceivedEvent[];
  readonly ignored: number;
  readonly duplicates: number;
  readonly parked: readonly Parking[];
  /** Aggregates of which an event had come too early, and is the next one now. */
  readonly filled: readonly Aggregate[];
}

/** How long a handler ran, for the metrics. */
export type Measure = (handler: Handler, seconds: number) => void;

/** Takes records into a consumer's database: received once, in order, applied or parked. */
export class Intake {
  constructor(
    private readonly plan: ConsumerPlan,
    private readonly cipher: Cipher | undefined,
    private readonly measure: Measure,
    private readonly hooks: DeliveryHooks = {},
  ) {}

  /** Reads a record. What cannot be read is not an error here: it will be parked. */
  judge(record: IncomingRecord): Judged {
    try {
      return { record, event: readEvent(record, this.plan.catalogue) };
    } catch (error) {
      if (error instanceof UnreadableEvent) return { record, refusal: { reason: error.defect, error: error.message } };
      // A contract that throws instead of saying no is a bug, but the bug of one event.
      return { record, refusal: { reason: 'contract_violation', error: nameOf(error) } };
    }
  }

  /** The same record, to be parked because its handler failed. */
  refuse({ record, event }: Judged, reason: ParkReason, error: unknown): Judged {
    return {
      record,
      ...(event && { event }),
      refusal: { reason, error: describeError(error, this.plan.personalTopics.has(record.topic)) },
    };
  }

  /**
   * Takes a slice in, all of it or (when it throws) nothing: what was received before is left out, what waits behind a parked
   * event is parked too, the rest is handled in order.
   */
  async take(tx: Tx, slice: readonly Judged[]): Promise<Taken> {
    const { consumer, projection, handlers, personalTopics } = this.plan;
    if (projection) await writeProjection(tx, projection);
    const { accepted, parked, duplicates, filled } = await this.sort(tx, slice);
    for (const [handler, run] of runsOf(accepted, this.plan)) {
      const events = run.map(({ event }) => event);
      const began = performance.now();
      await processing(consumer, run, () => handler.handle(events, tx));
      this.measure(handler, (performance.now() - began) / 1000);
    }
    await park(tx, consumer, parked, (topic) => (personalTopics.has(topic) ? this.cipher : undefined));
    const applied = accepted.map(({ event }) => event).filter(({ type }) => handlers.has(type));
    await this.hooks.afterHandle?.(applied.map(({ id }) => id));
    return { applied, ignored: accepted.length - applied.length, duplicates, parked, filled };
  }

  private async sort(tx: Tx, slice: readonly Judged[]): Promise<Sorter> {
    const { consumer, personalTopics } = this.plan;
    // What cannot be read must not take the place of an event that can: it is known by its offset only.
    const fresh = await receive(
      tx,
      consumer,
      slice.flatMap(({ event }) => event?.id ?? []),
    );
    const newest = newestOf(slice);
    const before = await advanceHeads(tx, consumer, newest);
    const blocked = await blockedOf(tx, consumer, aggregatesOf(slice), before);
    const sorter = new Sorter(before, blocked, personalTopics, await this.readWhole(tx, slice, before));
    for (const judged of slice) {
      if (!judged.event || fresh.delete(judged.event.id)) sorter.place(judged);
      else sorter.duplicates += 1;
    }
    await setHeads(tx, consumer, sorter.correctionsTo(newest));
    return sorter;
  }

  /** Asked only where it matters, which is seldom: a first event on a personal topic that says it is not the first. */
  private async readWhole(
    tx: Tx,
    slice: readonly Judged[],
    before: ReadonlyMap<string, number>,
  ): Promise<ReadonlySet<string>> {
    const { consumer, personalTopics } = this.plan;
    const isAsked = slice.some(
      ({ event }) =>
        event && personalTopics.has(event.topic) && event.aggregateVersion > 1 && !before.get(aggregateOf(event)),
    );
    return isAsked ? partitionsReadWhole(tx, consumer) : new Set();
  }
}

/** An event with the record it came in. */
export interface Accepted {
  readonly record: IncomingRecord;
  readonly event: ReceivedEvent;
}

/** Decides what to do with each record of a slice, in order. */
class Sorter {
  readonly accepted: Accepted[] = [];
  readonly parked: Parking[] = [];
  readonly filled: Aggregate[] = [];
  duplicates = 0;

  constructor(
    private readonly heads: Map<string, number>,
    /** From which version on an aggregate waits behind a parked event. */
    private readonly blocked: Map<string, number>,
    private readonly personalTopics: ReadonlySet<string>,
    /** The partitions of which nothing can be gone that the consumer has not seen. */
    private readonly readWhole: ReadonlySet<string>,
  ) {}

  place(judged: Judged): void {
    const { record, event, refusal } = judged;
    const version = versionOf(judged);
    const key = storableKey(record.key);
    const aggregate = key === null ? null : aggregateOf({ topic: record.topic, key });
    const head = (aggregate !== null && this.heads.get(aggregate)) || 0;
    const isPassed = event !== undefined && event.aggregateVersion <= head;
    if (isPassed && isForgotten(event)) this.duplicates += 1;
    else if (isPassed) {
      const error = `Version ${head} was applied, and version ${event.aggregateVersion} was never received from this event.`;
      this.park(judged, aggregate, 'version_reused', error);
    } else if (refusal && standsAlone(refusal.reason, version))
      this.park(judged, aggregate, refusal.reason, refusal.error);
    else if (this.mustWait(aggregate, head, version)) this.park(judged, aggregate, 'behind_parked', null);
    else if (refusal) this.park(judged, aggregate, refusal.reason, refusal.error);
    else if (!event) throw new InvariantError('a record without an event has a refusal');
    else if (event.aggregateVersion > head + this.mostMissing(record, head) + 1) {
      const error = `Version ${head} is the last one before version ${event.aggregateVersion}.`;
      this.park(judged, aggregate, 'version_gap', error);
    } else {
      if (aggregate !== null) this.heads.set(aggregate, event.aggregateVersion);
      const isNextParked = aggregate !== null && this.blocked.get(aggregate) === event.aggregateVersion + 1;
      if (isNextParked) this.filled.push({ topic: record.topic, key: event.key });
      this.accepted.push({ record, event });
    }
  }

  /**
   * How many versions may be missing. Facts are kept for ever; of a personal topic the beginning may be gone, but not for a
   * consumer that has read the partition from its first record on.
   */
  private mostMissing(record: IncomingRecord, head: number): number {
    const mayBeGone = this.personalTopics.has(record.topic) && !this.readWhole.has(partitionName(record));
    return head === 0 && mayBeGone ? MOST_GONE : 0;
  }

  /** Heads that were moved to the newest version of the slice, although it did not come to that. */
  correctionsTo(newest: readonly Head[]): Head[] {
    return newest
      .map((moved) => ({ moved: moved.version, head: { ...moved, version: this.heads.get(aggregateOf(moved)) ?? 0 } }))
      .filter(({ moved, head }) => head.version < moved)
      .map(({ head }) => head);
  }

  /** Behind a parked event whose place is still empty. */
  private mustWait(aggregate: string | null, head: number, version = Infinity): boolean {
    const from = aggregate === null ? undefined : this.blocked.get(aggregate);
    return from !== undefined && from > head && from < version;
  }

  private park(judged: Judged, aggregate: string | null, reason: ParkReason, error: string | null): void {
    const version = versionOf(judged);
    const isFree = version !== undefined && version > ((aggregate !== null && this.heads.get(aggregate)) || 0);
    if (aggregate !== null && isFree && !standsAlone(reason, version)) {
      this.blocked.set(aggregate, Math.min(this.blocked.get(aggregate) ?? Infinity, version));
    }
    this.parked.push({ record: judged.record, event: judged.event, reason, error });
  }
}

/** More than a payee or an instruction is ever changed: a first version beyond it is no version, but would hide all true ones. */
const MOST_GONE = 10_000;

const DAY_MS = 86_400_000;

/** The version that a record says it has, whether or not the rest of it can be read. */
function versionOf({ record, event }: Judged): number | undefined {
  if (event) return event.aggregateVersion;
  const { aggregateVersion } = describeRecord(record);
  return aggregateVersion === undefined ? undefined : Number(aggregateVersion);
}

/** Whether it is so old that its id, had it been received, would be forgotten by now: it is only known by its version. */
function isForgotten({ time }: ReceivedEvent): boolean {
  return Date.parse(time) < Date.now() - REMEMBERED_DAYS * DAY_MS;
}

function newestOf(slice: readonly Judged[]): Head[] {
  const newest = new Map<string, Head>();
  for (const { record, event } of slice) {
    if (!event) continue;
    const head = { topic: record.topic, key: event.key, version: event.aggregateVersion };
    const other = newest.get(aggregateOf(head));
    if (!other || other.version < head.version) newest.set(aggregateOf(head), head);
  }
  return [...newest.values()];
}

/** The aggregates that the records belong to, or say they do; each once. */
function aggregatesOf(slice: readonly Judged[]): { topic: string; key: string }[] {
  const found = new Map<string, { topic: string; key: string }>();
  for (const { record } of slice) {
    const key = storableKey(record.key);
    if (key !== null) found.set(aggregateOf({ topic: record.topic, key }), { topic: record.topic, key });
  }
  return [...found.values()];
}

/** Events that follow each other and have the same handler, so that a batch handler gets as many as possible, in order. */
function runsOf(accepted: readonly Accepted[], { handlers }: ConsumerPlan): [Handler, Accepted[]][] {
  const runs: [Handler, Accepted[]][] = [];
  for (const each of accepted) {
    const handler = handlers.get(each.event.type);
    const last = runs.at(-1);
    if (!handler) continue;
    if (last && last[0] === handler && handler.batch) last[1].push(each);
    else runs.push([handler, [each]]);
  }
  return runs;
}
