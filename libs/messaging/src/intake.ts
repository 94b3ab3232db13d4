import { InvariantError } from '@janela/kernel';
import type { Cipher, Tx } from '@janela/platform';
import type { IncomingRecord } from './event-bus.ts';
import { nameOf } from './failures.ts';
import type { DeliveryHooks } from './hooks.ts';
import { advanceHeads, blockedKeys, receive, setHeads, type Newest } from './inbox.ts';
import { describeError, park, storableKey, type Parking, type ParkReason } from './parking.ts';
import { writeProjection } from './projections.ts';
import { readEvent, UnreadableEvent, type ReceivedEvent } from './received-event.ts';
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
}

/** How long a handler ran, for the metrics. */
export type Measure = (handler: Handler, seconds: number) => void;

/** Takes records of one partition into a consumer's database: received once, in order, applied or parked. */
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
   * Takes a slice of a partition in, all of it or (when it throws) nothing: what was received before is left out, what waits
   * behind a parked event is parked too, the rest is handled in order.
   */
  async take(tx: Tx, slice: readonly Judged[]): Promise<Taken> {
    const [first] = slice;
    if (!first) return { applied: [], ignored: 0, duplicates: 0, parked: [] };
    const { topic, partition } = first.record;
    if (this.plan.projection) await writeProjection(tx, this.plan.projection);
    const sorted = await this.sort(tx, topic, slice);
    for (const [handler, events] of runsOf(sorted.accepted, this.plan)) {
      const began = performance.now();
      await processing({ group: this.plan.consumer, topic, partition }, events, () => handler.handle(events, tx));
      this.measure(handler, (performance.now() - began) / 1000);
    }
    await park(tx, this.plan.consumer, sorted.parked, (from) =>
      this.plan.personalTopics.has(from) ? this.cipher : undefined,
    );
    const applied = sorted.accepted.filter(({ type }) => this.plan.handlers.has(type));
    await this.hooks.afterHandle?.(applied.map(({ id }) => id));
    return {
      applied,
      ignored: sorted.accepted.length - applied.length,
      duplicates: sorted.duplicates,
      parked: sorted.parked,
    };
  }

  private async sort(tx: Tx, topic: string, slice: readonly Judged[]) {
    const { consumer } = this.plan;
    // What cannot be read must not take the place of an event that can: it is known by its offset only.
    const ids = slice.flatMap(({ event }) => event?.id ?? []);
    const fresh = await receive(tx, consumer, ids);
    const newest = newestOf(slice);
    const before = await advanceHeads(tx, consumer, topic, newest);
    const keys = new Set(slice.flatMap(({ record }) => storableKey(record.key) ?? []));
    const sorter = new Sorter(before, await blockedKeys(tx, consumer, topic, [...keys]));
    for (const judged of slice) {
      if (!judged.event || fresh.delete(judged.event.id)) sorter.place(judged);
      else sorter.duplicates += 1;
    }
    await setHeads(tx, consumer, topic, sorter.correctionsTo(newest));
    return sorter;
  }
}

/** Decides what to do with each record of a slice, in order. */
class Sorter {
  readonly accepted: ReceivedEvent[] = [];
  readonly parked: Parking[] = [];
  duplicates = 0;

  constructor(
    private readonly heads: Map<string, number>,
    private readonly blocked: Set<string>,
  ) {}

  place({ record, event, refusal }: Judged): void {
    const key = storableKey(record.key);
    const head = event ? (this.heads.get(event.key) ?? 0) : 0;
    if (event && event.aggregateVersion <= head) this.duplicates += 1;
    else if (key !== null && this.blocked.has(key)) this.park(record, 'behind_parked', null);
    else if (refusal) this.park(record, refusal.reason, refusal.error);
    else if (!event) throw new InvariantError('a record without an event has a refusal');
    else if (head > 0 && event.aggregateVersion > head + 1) {
      this.park(record, 'version_gap', `Version ${head} is the last one before version ${event.aggregateVersion}.`);
    } else {
      this.heads.set(event.key, event.aggregateVersion);
      this.accepted.push(event);
    }
  }

  /** Heads that were moved to the newest version of the slice, although it did not come to that. */
  correctionsTo(newest: readonly Newest[]): Newest[] {
    return newest
      .map(({ key, version }) => ({ key, moved: version, version: this.heads.get(key) ?? 0 }))
      .filter(({ moved, version }) => version < moved);
  }

  private park(record: IncomingRecord, reason: ParkReason, error: string | null): void {
    const key = storableKey(record.key);
    if (key !== null) this.blocked.add(key);
    this.parked.push({ record, reason, error });
  }
}

function newestOf(slice: readonly Judged[]): Newest[] {
  const newest = new Map<string, number>();
  for (const { event } of slice) {
    if (event) newest.set(event.key, Math.max(newest.get(event.key) ?? 0, event.aggregateVersion));
  }
  return [...newest].map(([key, version]) => ({ key, version }));
}

/** Events that follow each other and have the same handler, so that a batch handler gets as many as possible, in order. */
function runsOf(events: readonly ReceivedEvent[], { handlers }: ConsumerPlan): [Handler, ReceivedEvent[]][] {
  const runs: [Handler, ReceivedEvent[]][] = [];
  for (const event of events) {
    const handler = handlers.get(event.type);
    const last = runs.at(-1);
    if (!handler) continue;
    if (last && last[0] === handler && handler.batch) last[1].push(event);
    else runs.push([handler, [event]]);
  }
  return runs;
}
