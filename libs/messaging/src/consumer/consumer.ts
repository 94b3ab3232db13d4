import { setTimeout as sleep } from 'node:timers/promises';

import { errorName } from '@janela/platform';
import { Logger } from '@nestjs/common';
import { backOff } from '@janela/kernel';

import type { DeliveryHooks } from '../bus/delivery-hooks.ts';
import type { Delivery, EventBus, IncomingRecord, Membership } from '../bus/event-bus.ts';
import { failureOf } from '../bus/failures.ts';
import type { Aggregate } from '../inbox/heads.ts';
import type { ParkReason, ParsedRecord } from '../inbox/parsed-record.ts';
import {
  type Ends,
  endsOf,
  type Missed,
  noteStart,
  noteSurvival,
  partitionName,
  recordName,
  type Queryable,
} from '../inbox/starts.ts';
import type { Transact } from '../projections/transact.ts';
import type { ConsumerPlan } from '../subscriptions/subscriptions.ts';
import type { BatchResult, InboxProcessor } from './inbox-processor.ts';
import { SliceSize } from './slice-size.ts';

/** How often an unexpected error of one event is tried before it is parked, and how long the waits between are. */
const mostAttempts = 3;
const attemptWaitMs = 100;
/** How often an event may end the process before it is parked without being handled. */
const mostDeaths = 3;
/** How long to work on one delivery before what is left of it is fetched again, together with what other partitions have. */
const deliveryMs = 5_000;
const waitMs = backOff({ first: 200, most: 30_000 });

export interface ConsumerOptions {
  readonly plan: ConsumerPlan;
  readonly processor: InboxProcessor;
  readonly transact: Transact;
  readonly database: Queryable;
  /** Called with everything that was committed. */
  readonly onCommitted: (result: BatchResult) => void;
  /** Called with the aggregates of which a parked event has only waited for one that came now. */
  readonly onFilled?: (filled: readonly Aggregate[]) => Promise<void>;
  /** Called with records that the broker deleted before they were read. */
  readonly onMissed?: (missed: Missed) => void;
  readonly hooks?: DeliveryHooks;
}

/**
 * Brings what a group receives into the database: a slice of a partition in one transaction, its offset after the commit. A
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

  /** Processes records, for tests that have no broker. Throws what a handler throws, as it is. */
  async accept(records: readonly IncomingRecord[]): Promise<BatchResult> {
    return this.process(records.map((record) => this.options.processor.parse(record)));
  }

  private async onDelivery(delivery: Delivery): Promise<void> {
    const endAt = performance.now() + deliveryMs;
    const { records } = delivery;
    for (let from = 0; from < records.length;) {
      if (!delivery.isCurrent() || performance.now() > endAt) return;
      const slice = records.slice(from, from + this.size.next());
      from += slice.length;
      const parsed = slice.map((record) => this.options.processor.parse(record));
      try {
        await this.processSlice(delivery, parsed);
      } catch (error) {
        // Nothing more of this delivery: later records of the same partitions must not get ahead.
        if (error instanceof RetryLater) return this.backOff(delivery, [error.record], error.cause);
        return this.backOff(delivery, slice, error);
      }
      for (const record of slice) this.failures.delete(partitionName(record));
    }
  }

  /** Processes all at once if that works; if not, each half for itself, and so on down to the event that is at fault. */
  private async processSlice(delivery: Delivery, slice: readonly ParsedRecord[]): Promise<void> {
    if (!delivery.isCurrent()) return;
    const { firsts, lasts } = endsOf(slice);
    const starts = await this.begin({ firsts, lasts });
    const diedBefore = [...starts.values()].some((count) => count > 1);
    const failedBefore = firsts.some((record) => (this.failures.get(partitionName(record)) ?? 0) > 1);
    if (slice.length === 1 || diedBefore || failedBefore) return this.processOneByOne(delivery, slice, starts);
    try {
      const began = performance.now();
      await this.process(slice);
      this.size.took(slice.length, performance.now() - began);
    } catch (error) {
      await this.survived(firsts);
      if (failureOf(error) === 'transient') throw error;
      const middle = Math.ceil(slice.length / 2);
      await this.processSlice(delivery, slice.slice(0, middle));
      return this.processSlice(delivery, slice.slice(middle));
    }
    await delivery.commit(lasts);
  }

  /** Notes the start, and says what is gone. Returns how often the first ones have been begun without an end, this time included. */
  private async begin(ends: Ends): Promise<ReadonlyMap<string, number>> {
    const { starts, missed } = await noteStart(this.options.database, this.plan.consumer, ends);
    for (const each of missed) {
      const { topic, partition, from, to } = each;
      this.log.error(
        `${this.plan.consumer} has missed ${to - from} events of ${topic} ${partition}: ` +
          `the broker deleted offsets ${from} to ${to - 1n} before they were read`,
      );
      this.options.onMissed?.(each);
    }
    return starts;
  }

  /** `starts` says how often the first ones have been begun without an end, this time included. */
  private async processOneByOne(
    delivery: Delivery,
    slice: readonly ParsedRecord[],
    starts: ReadonlyMap<string, number>,
  ): Promise<void> {
    for (const parsed of slice) {
      if (!delivery.isCurrent()) return;
      const { record } = parsed;
      const begun = starts.has(recordName(record)) ? starts : await this.begin({ firsts: [record], lasts: [record] });
      const ended = (begun.get(recordName(record)) ?? 0) > mostDeaths;
      if (ended) await this.parkInstead(parsed, 'ends_the_process', new Error('The process ended each time.'));
      else await this.processOne(parsed);
      await delivery.commit([record]);
    }
  }

  /** Applies or parks one event. Throws only what may pass by itself. */
  private async processOne(parsed: ParsedRecord): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.process([parsed]);
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'transient') {
          await this.survived([parsed.record]);
          throw new RetryLater(parsed.record, error);
        }
        if (failure === 'permanent') return this.parkInstead(parsed, 'refused', error);
        if (attempt === mostAttempts) return this.parkInstead(parsed, 'failed', error);
        await sleep(attemptWaitMs * 4 ** (attempt - 1));
      }
    }
  }

  private async parkInstead(parsed: ParsedRecord, reason: ParkReason, error: unknown): Promise<void> {
    const { topic, partition, offset } = parsed.record;
    const what = `${parsed.event?.type ?? 'event'} ${parsed.event?.id ?? ''} (${topic} ${partition} ${offset})`;
    this.log.error(`${this.plan.consumer} parks ${what}: ${reason}, ${errorName(error)}`);
    await this.process([this.options.processor.refuse(parsed, reason, error)]);
  }

  private async process(slice: readonly ParsedRecord[]): Promise<BatchResult> {
    const { processor, transact, hooks, onCommitted, onFilled } = this.options;
    const result = await transact((tx) => processor.process(tx, slice));
    await hooks?.afterCommit?.(result.applied.map(({ id }) => id));
    onCommitted(result);
    if (result.filled.length > 0) await onFilled?.(result.filled);
    return result;
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
      const delayMs = waitMs(failures);
      this.log.warn(`${this.plan.consumer} waits ${delayMs} ms with ${name}: ${errorName(error)}`);
      delivery.pause(partition, delayMs);
    }
  }
}

/** One event that cannot be applied now but may be later. */
class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(
    readonly record: IncomingRecord,
    cause: unknown,
  ) {
    super('An event has to wait.', { cause });
  }
}
