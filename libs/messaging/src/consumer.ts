import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Tx } from '@janela/platform';
import type { EventBus, IncomingBatch, IncomingRecord, Membership } from './event-bus.ts';
import { failureOf, nameOf } from './failures.ts';
import type { DeliveryHooks } from './hooks.ts';
import { noteStart, noteSurvival, type Queryable } from './inbox.ts';
import type { Intake, Judged, Taken } from './intake.ts';
import type { ParkReason } from './parking.ts';
import { SliceSize } from './slice-size.ts';
import type { ConsumerPlan } from './subscriptions.ts';

/** How often an unexpected error of one event is tried before it is parked, and how long the waits between are. */
const ATTEMPTS = 3;
const ATTEMPT_WAIT_MS = 100;
/** How often an event may end the process before it is parked unhandled. */
const DEATHS = 3;
/** One partition's share of the member's time, after which the others of the member have a turn. */
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
  readonly hooks?: DeliveryHooks;
  readonly concurrency?: number;
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
    const { plan, concurrency = 2 } = this.options;
    const { consumer: group, topics } = plan;
    return (this.member = bus.consume({ group, topics, concurrency, onBatch: (batch) => this.onBatch(batch) }));
  }

  async stop(): Promise<void> {
    await this.member?.stop();
  }

  /** Takes records of one partition in, for tests that have no broker. Throws what a handler throws, as it is. */
  async accept(records: readonly IncomingRecord[]): Promise<Taken> {
    return this.take(records.map((record) => this.options.intake.judge(record)));
  }

  private async onBatch(batch: IncomingBatch): Promise<void> {
    const endOfTurn = performance.now() + TURN_MS;
    const { records } = batch;
    for (let from = 0; from < records.length;) {
      if (!batch.isCurrent() || performance.now() > endOfTurn) return;
      const slice = records.slice(from, from + this.size.next());
      try {
        await this.takeSlice(
          batch,
          slice.map((record) => this.options.intake.judge(record)),
        );
      } catch (error) {
        return this.backOff(batch, error);
      }
      this.failures.delete(keyOf(batch));
      from += slice.length;
    }
  }

  /** All at once if that works; if not, each half for itself, and so on down to the event that is at fault. */
  private async takeSlice(batch: IncomingBatch, slice: readonly Judged[]): Promise<void> {
    const [first] = slice;
    const last = slice.at(-1);
    if (!first || !last || !batch.isCurrent()) return;
    const starts = await noteStart(this.options.database, this.plan.consumer, first.record);
    const failedBefore = (this.failures.get(keyOf(batch)) ?? 0) > 1;
    if (slice.length === 1 || starts > 1 || failedBefore) return this.takeOneByOne(batch, slice, starts);
    try {
      const began = performance.now();
      await this.take(slice);
      this.size.took(slice.length, performance.now() - began);
    } catch (error) {
      await this.survived(first.record);
      if (failureOf(error) === 'transient') throw error;
      const middle = Math.ceil(slice.length / 2);
      await this.takeSlice(batch, slice.slice(0, middle));
      return this.takeSlice(batch, slice.slice(middle));
    }
    await batch.settle(last.record);
  }

  /** `starts` is how often the first of them has been begun without an end, this time included. */
  private async takeOneByOne(batch: IncomingBatch, slice: readonly Judged[], starts: number): Promise<void> {
    let begun = starts;
    for (const judged of slice) {
      if (!batch.isCurrent()) return;
      begun ||= await noteStart(this.options.database, this.plan.consumer, judged.record);
      if (begun > DEATHS) await this.parkInstead(judged, 'ends_the_process', new Error('The process ended each time.'));
      else await this.takeOne(judged);
      await batch.settle(judged.record);
      begun = 0;
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
          await this.survived(judged.record);
          throw error;
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
    const { intake, transact, hooks, onTaken } = this.options;
    const taken = await transact((tx) => intake.take(tx, judged));
    await hooks?.afterCommit?.(taken.applied.map(({ id }) => id));
    onTaken(taken);
    return taken;
  }

  /** The process lives, so whatever went wrong is not a death. If even this cannot be noted, the next start counts it as one. */
  private async survived(record: IncomingRecord): Promise<void> {
    await noteSurvival(this.options.database, this.plan.consumer, record).catch(() => undefined);
  }

  private backOff(batch: IncomingBatch, error: unknown): void {
    if (!batch.isCurrent()) throw error;
    const failures = (this.failures.get(keyOf(batch)) ?? 0) + 1;
    this.failures.set(keyOf(batch), failures);
    const delayMs = Math.min(BACK_OFF_MS.first * 2 ** Math.min(failures - 1, 10), BACK_OFF_MS.most);
    const where = `${batch.topic} ${batch.partition}`;
    this.log.warn(`${this.plan.consumer} waits ${delayMs} ms with ${where}: ${nameOf(error)}`);
    batch.pause(delayMs);
  }
}

const keyOf = ({ topic, partition }: IncomingBatch) => `${topic} ${partition}`;
