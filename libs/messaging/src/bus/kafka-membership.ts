import { setTimeout as sleep } from 'node:timers/promises';

import { errorName } from '@janela/platform';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload } from 'kafkajs';

import type { Delivery, Membership, Partition, Subscription } from './event-bus.ts';
import { offsetsAfter, toRecord } from './kafka-records.ts';
import { Restarts } from './restarts.ts';

const log = new Logger('Kafka');
const stopMs = 3_000;
/** More than a member ever has: a fetch is delivered whole. */
const partitionsTogether = 1_000;

/** One member of a group. kafkajs stops for good after some errors and silently after others; this starts it again. */
export class KafkaMembership implements Membership {
  private readonly attempts = new Restarts();
  private consumer?: Consumer | undefined;
  private starting: Promise<void>;
  private readonly fetched: EachBatchPayload[] = [];
  private queue: Promise<void> = Promise.resolve();
  private lastActive = performance.now();
  private stopped = false;
  /** The topics it has subscribed to. */
  private subscribed?: ReadonlySet<string> | undefined;

  constructor(
    private readonly create: () => Consumer,
    private readonly subscription: Subscription,
    private readonly heartbeatMs: number,
    private readonly topicsNamed: (names: readonly string[]) => Promise<readonly string[]>,
  ) {
    this.starting = this.start();
  }

  idleMs = () => performance.now() - this.lastActive;
  restarts = () => this.attempts.count;

  async stop(): Promise<void> {
    this.stopped = true;
    this.attempts.stop();
    // A broker that is away must not keep the process from stopping.
    await Promise.race([this.starting, sleep(stopMs, undefined, { ref: false })]);
    await this.consumer?.disconnect().catch(() => undefined);
  }

  /** Called with the topics that there are now: where one was added, the member joins again to read it too. */
  mayHaveMissed(group: string, topics: readonly string[]): void {
    if (group !== this.subscription.group || !this.consumer || !this.subscribed) return;
    const { subscribed } = this;
    if (topics.every((topic) => subscribed.has(topic))) return;
    this.subscribed = undefined;
    this.restart(this.consumer, new NewBranch());
  }

  private async start(): Promise<void> {
    const consumer = (this.consumer = this.create());
    consumer.on(consumer.events.FETCH, () => (this.lastActive = performance.now()));
    consumer.on(consumer.events.CRASH, ({ payload }) => this.restart(consumer, payload.error));
    consumer.on(consumer.events.STOP, () => this.restart(consumer));
    try {
      const topics = await this.topicsNamed(this.subscription.topics);
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      this.subscribed = new Set(topics);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: partitionsTogether,
        eachBatch: (payload) => this.handle(payload),
      });
      if (this.stopped) await consumer.disconnect();
    } catch (error) {
      this.restart(consumer, error);
    }
  }

  private restart(from: Consumer, error?: unknown): void {
    if (this.stopped || from !== this.consumer) return;
    const again = () => this.start();
    const delayMs = this.attempts.schedule(() => {
      this.starting = from.disconnect().then(again, again);
    });
    if (delayMs === undefined) return;
    log.warn(`Consumer ${this.subscription.group} stopped (${errorName(error)}) and starts again in ${delayMs} ms`);
  }

  /** kafkajs calls this for each partition of a fetch, all in one go: the first call delivers them all, the others find nothing left. */
  private handle(payload: EachBatchPayload): Promise<void> {
    this.fetched.push(payload);
    const mine = this.queue.then(() => this.deliver(this.fetched.splice(0)));
    this.queue = mine.catch(() => undefined);
    return mine;
  }

  private async deliver(payloads: readonly EachBatchPayload[]): Promise<void> {
    const [any] = payloads;
    if (!any) return;
    this.lastActive = performance.now();
    const lost = new AbortController();
    const heart = setInterval(() => void any.heartbeat().catch((error) => lost.abort(error)), this.heartbeatMs);
    try {
      await this.subscription.onDelivery(this.deliveryOf(payloads, any, lost));
    } finally {
      clearInterval(heart);
      this.lastActive = performance.now();
    }
    // The group is rebalancing: thrown here, it makes the client join again instead of fetching with an old assignment.
    lost.signal.throwIfAborted();
  }

  private deliveryOf(payloads: readonly EachBatchPayload[], any: EachBatchPayload, lost: AbortController): Delivery {
    const payloadOf = ({ topic, partition }: Partition) =>
      payloads.find(({ batch }) => batch.topic === topic && batch.partition === partition);
    return {
      records: payloads.flatMap(({ batch: { topic, partition, messages } }) =>
        messages.map((message) => toRecord(topic, partition, message)),
      ),
      isCurrent: () => !lost.signal.aborted && any.isRunning() && !payloads.some(({ isStale }) => isStale()),
      commit: async (last) => {
        for (const record of last) payloadOf(record)?.resolveOffset(record.offset);
        try {
          await any.commitOffsetsIfNecessary({ topics: offsetsAfter(last) });
          await any.heartbeat();
        } catch (error) {
          lost.abort(error);
          throw error;
        }
        this.attempts.succeeded();
      },
      // After a stop it does nothing, so nothing needs to wait for it.
      pause: (partition, forMs) => void setTimeout(payloadOf(partition)?.pause() ?? (() => undefined), forMs).unref(),
    };
  }
}

/** Nothing is wrong: there is more to read. */
class NewBranch extends Error {
  override readonly name = 'NewBranch';
}
