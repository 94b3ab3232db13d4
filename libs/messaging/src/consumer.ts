import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Tx } from '@janela/platform';
import type { Delivery, EventBus, IncomingRecord, Membership } from './event-bus.ts';
import { failureOf, nameOf } from './failures.ts';
import type { DeliveryHooks } from './hooks.ts';
import { noteStart, noteSurvival, partitionName, recordName, type Aggregate, type Queryable } from './inbox.ts';
import type { Intake, Judged, Taken } from './intake.ts';
import type { ParkReason } from './parking.ts';
import { SliceSize } from './slice-size.ts';
import type { ConsumerPlan } from './subscriptions.ts';

/** How often an unexpected error of one event is tried before it is parked, and how long the waits between are. */
const ATTEMPTS = 3;
const ATTEMPT_WAIT_MS = 100;
/** How often an event may end the process before it is parked unhandled. */
const DEATHS = 3;
/** How long to work on one delivery before what is left of it is fetched again, together with what other partitions have. */
const TURN_MS = 5_000;
const BACK_OFF_MS = { first: 200, most: 30_000 };

/** Runs work in a transaction of the service's own database. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export interface ConsumerOptions {
  readonly plan: ConsumerPlan;
  readonly intake: Intake;
  readonly transact: Transact;
  readonly database: Queryable;
  /** Told of everything that was committed. */
  readonly onTaken: (taken: Taken) => void;
  /** Told of aggregates of which a parked event has only waited for one that came now. */
  readonly onFilled?: (filled: readonly Aggregate[]) => Promise<void>;
  readonly hooks?: DeliveryHooks;
}

/**
 * Takes what a group receives into the database: a slice of a partition in one transaction, its offset after the commit. A
 * slice that fails is cut up until the bad event stands alone, so that it costs only itself.
 */
export class Consumer {
  private readonly log = new Logger(Consumer.name);
  private readonly size = new SliceSize();
  /** Failures in a row, by partition. */
  private readonly failures = new Map<string, number>();
  private member?: Membership | undefined;

  constructor(private readonly options: ConsumerOptions) {}

  get plan(): ConsumerPlan {
    return this.options.plan;
  }

  start(bus: EventBus): Membership {
    const { consumer: group, topics } = this.plan;
    return (this.member = bus.consume({ group, topics, onDelivery: (delivery) => this.onDelivery(delivery) }));
  }

  async stop(): Promise<void> {
    await this.member?.stop();
  }

  /** Takes records in, for tests that have no broker. Throws what a handler throws, as it is. */
  async accept(records: readonly IncomingRecord[]): Promise<Taken> {
    return this.take(records.map((record) => this.options.intake.judge(record)));
  }

  private async onDelivery(delivery: Delivery): Promise<void> {
    const endOfTurn = performance.now() + TURN_MS;
    const { records } = delivery;
    for (let from = 0; from < records.length;) {
      if (!delivery.isCurrent() || performance.now() > endOfTurn) return;
      const slice = records.slice(from, from + this.size.next());
      from += slice.length;
      const judged = slice.map((record) => this.options.intake.judge(record));
      try {
        await this.takeSlice(delivery, judged);
      } catch (error) {
        // Nothing more of this delivery: later records of the same partitions must not get ahead.
        if (error instanceof Stuck) return this.backOff(delivery, [error.record], error.cause);
        return this.backOff(delivery, slice, error);
      }
      for (const record of slice) this.failures.delete(partitionName(record));
    }
  }

  /** All at once if that works; if not, each half for itself, and so on down to the event that is at fault. */
  private async takeSlice(delivery: Delivery, slice: readonly Judged[]): Promise<void> {
    if (!delivery.isCurrent()) return;
    const { firsts, lasts } = endsOf(slice);
    const starts = await noteStart(this.options.database, this.plan.consumer, firsts);
    const diedBefore = [...starts.values()].some((count) => count > 1);
    const failedBefore = firsts.some((record) => (this.failures.get(partitionName(record)) ?? 0) > 1);
    if (slice.length === 1 || diedBefore || failedBefore) return this.takeOneByOne(delivery, slice, starts);
    try {
      const began = performance.now();
      await this.take(slice);
      this.size.took(slice.length, performance.now() - began);
    } catch (error) {
      await this.survived(firsts);
      if (failureOf(error) === 'transient') throw error;
      const middle = Math.ceil(slice.length / 2);
      await this.takeSlice(delivery, slice.slice(0, middle));
      return this.takeSlice(delivery, slice.slice(middle));
    }
    await delivery.settle(lasts);
  }

  /** `starts` tells how often the first ones have been begun without an end, this time included. */
  private async takeOneByOne(delivery: Delivery, slice: readonly Judged[], starts: Map<string, number>): Promise<void> {
    for (const judged of slice) {
      if (!delivery.isCurrent()) return;
      const { record } = judged;
      const begun = starts.has(recordName(record))
        ? starts
        : await noteStart(this.options.database, this.plan.consumer, [record]);
      const ended = (begun.get(recordName(record)) ?? 0) > DEATHS;
      if (ended) await this.parkInstead(judged, 'ends_the_process', new Error('The process ended each time.'));
      else await this.takeOne(judged);
      await delivery.settle([record]);
    }
  }

  /** Applies or parks one event. Throws only what may pass by itself. */
  private async takeOne(judged: Judged): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.take([judged]);
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'transient') {
          await this.survived([judged.record]);
          throw new Stuck(judged.record, error);
        }
        if (failure === 'permanent') return this.parkInstead(judged, 'refused', error);
        if (attempt === ATTEMPTS) return this.parkInstead(judged, 'failed', error);
        await sleep(ATTEMPT_WAIT_MS * 4 ** (attempt - 1));
      }
    }
  }

  private async parkInstead(judged: Judged, reason: ParkReason, error: unknown): Promise<void> {
    const { topic, partition, offset } = judged.record;
    const what = `${judged.event?.type ?? 'event'} ${judged.event?.id ?? ''} (${topic} ${partition} ${offset})`;
    this.log.error(`${this.plan.consumer} parks ${what}: ${reason}, ${nameOf(error)}`);
    await this.take([this.options.intake.refuse(judged, reason, error)]);
  }

  private async take(judged: readonly Judged[]): Promise<Taken> {
    const { intake, transact, hooks, onTaken, onFilled } = this.options;
    const taken = await transact((tx) => intake.take(tx, judged));
    await hooks?.afterCommit?.(taken.applied.map(({ id }) => id));
    onTaken(taken);
    if (taken.filled.length > 0) await onFilled?.(taken.filled);
    return taken;
  }

  /** The process lives, so whatever went wrong is not a death. If even this cannot be noted, the next start counts it as one. */
  private async survived(firsts: readonly IncomingRecord[]): Promise<void> {
    await noteSurvival(this.options.database, this.plan.consumer, firsts).catch(() => undefined);
  }

  private backOff(delivery: Delivery, records: readonly IncomingRecord[], error: unknown): void {
    if (!delivery.isCurrent()) throw error;
    for (const partition of endsOf(records.map((record) => ({ record }))).firsts) {
      const name = partitionName(partition);
      const failures = (this.failures.get(name) ?? 0) + 1;
      this.failures.set(name, failures);
      const delayMs = Math.min(BACK_OFF_MS.first * 2 ** Math.min(failures - 1, 10), BACK_OFF_MS.most);
      this.log.warn(`${this.plan.consumer} waits ${delayMs} ms with ${name}: ${nameOf(error)}`);
      delivery.pause(partition, delayMs);
    }
  }
}

/** One event that cannot be applied now but may be later. */
class Stuck extends Error {
  override readonly name = 'Stuck';

  constructor(
    readonly record: IncomingRecord,
    cause: unknown,
  ) {
    super('An event has to wait.', { cause });
  }
}

/** The first and the last record of each partition. */
function endsOf(slice: readonly Pick<Judged, 'record'>[]): { firsts: IncomingRecord[]; lasts: IncomingRecord[] } {
  const firsts = new Map<string, IncomingRecord>();
  const lasts = new Map<string, IncomingRecord>();
  for (const { record } of slice) {
    const name = partitionName(record);
    if (!firsts.has(name)) firsts.set(name, record);
    lasts.set(name, record);
  }
  return { firsts: [...firsts.values()], lasts: [...lasts.values()] };
}
