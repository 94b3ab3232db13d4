import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import {
  Kafka as Client,
  logLevel,
  type Admin,
  type Consumer,
  type EachBatchPayload,
  type LogEntry,
  type Producer,
} from 'kafkajs';
import type { Delivery, EventBus, Membership, OutgoingRecord, Partition, Position, Subscription } from './event-bus.ts';
import { SendingForbidden } from './event-bus.ts';
import { nameOf } from './failures.ts';
import type { KafkaSecurity } from './kafka-security.ts';
import { offsetsAfter, positionsIn, toRecord } from './kafka-records.ts';
import { partitionOf } from './partitioner.ts';
import { Restarts } from './restarts.ts';
import { isEveryBranch, isNamedBy } from './subscriptions.ts';

const HEARTBEAT_MS = 3_000;
const SESSION_MS = 30_000;
const REBALANCE_MS = 60_000;
const CONNECT_MS = 3_000;
const STOP_MS = 3_000;
/** Per fetch: bounds what one member holds in memory, whatever the number of its partitions. */
const FETCH_BYTES = 1_048_576;
const FETCH_BYTES_PER_PARTITION = 524_288;
const FETCH_WAIT_MS = 500;
/** More than a member ever has: a fetch is handed over whole. */
const PARTITIONS_TOGETHER = 1_000;

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Milliseconds without a heartbeat after which the group gives a member's partitions to others. */
  readonly sessionMs?: number;
  readonly security?: KafkaSecurity;
}

/** The broker, through kafkajs. This is the only file that knows the client; every setting that matters is written out. */
export class Kafka implements EventBus {
  private readonly client: Client;
  private readonly sessionMs: number;
  private readonly members = new Set<KafkaMembership>();
  private producer?: Promise<Producer> | undefined;
  private admin?: Promise<Admin> | undefined;

  constructor({ brokers, clientId, sessionMs = SESSION_MS, security = {} }: KafkaOptions) {
    this.sessionMs = sessionMs;
    this.client = new Client({
      brokers: [...brokers],
      ...security,
      clientId,
      connectionTimeout: CONNECT_MS,
      logLevel: logLevel.WARN,
      logCreator: () => toOurLog,
    });
  }

  async publish(records: readonly OutgoingRecord[], mayStillSend: () => boolean = () => true): Promise<void> {
    const byTopic = Map.groupBy(records, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    const producer = await this.connectedProducer();
    if (!mayStillSend()) throw new SendingForbidden('The lease ended before the records were sent.');
    try {
      await producer.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      // A producer that lost its broker does not always find its way back; the next attempt gets a new one.
      this.producer = undefined;
      void producer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  consume(subscription: Subscription): Membership {
    const heartbeatMs = Math.min(HEARTBEAT_MS, this.sessionMs / 3);
    const create = () =>
      this.client.consumer({
        groupId: subscription.group,
        allowAutoTopicCreation: false,
        sessionTimeout: this.sessionMs,
        rebalanceTimeout: REBALANCE_MS,
        heartbeatInterval: heartbeatMs,
        maxBytes: FETCH_BYTES,
        maxBytesPerPartition: FETCH_BYTES_PER_PARTITION,
        maxWaitTimeInMs: FETCH_WAIT_MS,
        // A crashed consumer is replaced by a new one in one place, below, whatever the reason of the crash.
        retry: { restartOnFailure: () => Promise.resolve(false) },
      });
    const member = new KafkaMembership(create, subscription, heartbeatMs, (names) => this.topicsNamed(names));
    this.members.add(member);
    return member;
  }

  async positions(group: string, names: readonly string[]): Promise<Position[]> {
    const admin = await this.connectedAdmin();
    const topics = await this.topicsNamed(names);
    for (const member of this.members) member.mayHaveMissed(group, topics);
    const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    const settledIn = (topic: string) => committed.find((each) => each.topic === topic)?.partitions ?? [];
    const positions = topics.map(async (topic) =>
      positionsIn(topic, settledIn(topic), await admin.fetchTopicOffsets(topic)),
    );
    return (await Promise.all(positions)).flat();
  }

  /** The topics that there are; a branch that was added later is found when this is asked again. */
  private async topicsNamed(names: readonly string[]): Promise<readonly string[]> {
    if (!names.some(isEveryBranch)) return names;
    const existing = await (await this.connectedAdmin()).listTopics();
    return names.flatMap((name) => (isEveryBranch(name) ? existing.filter((topic) => isNamedBy(name, topic)) : name));
  }

  async close(): Promise<void> {
    await Promise.all([...this.members].map((member) => member.stop()));
    const clients = await Promise.allSettled([this.producer, this.admin]);
    for (const client of clients) if (client.status === 'fulfilled') await client.value?.disconnect();
    this.producer = this.admin = undefined;
  }

  private connectedProducer(): Promise<Producer> {
    return (this.producer ??= connected(
      this.client.producer({
        createPartitioner: () => partitionOf,
        allowAutoTopicCreation: false,
        idempotent: false,
        maxInFlightRequests: 1,
        // One attempt: a retry inside the client would escape the relay's lease.
        retry: { retries: 0 },
      }),
      () => (this.producer = undefined),
    ));
  }

  private connectedAdmin(): Promise<Admin> {
    return (this.admin ??= connected(this.client.admin({ retry: { retries: 2 } }), () => (this.admin = undefined)));
  }
}

async function connected<C extends { connect(): Promise<void> }>(client: C, forget: () => void): Promise<C> {
  try {
    await client.connect();
    return client;
  } catch (error) {
    forget();
    throw error;
  }
}

/** One member of a group. kafkajs stops for good after some errors and silently after others; this starts it again. */
class KafkaMembership implements Membership {
  private readonly attempts = new Restarts();
  private consumer?: Consumer | undefined;
  private starting: Promise<void>;
  private readonly fetched: EachBatchPayload[] = [];
  private turn: Promise<void> = Promise.resolve();
  private lastActive = performance.now();
  private stopped = false;
  /** The topics it has subscribed to. */
  private heard?: ReadonlySet<string> | undefined;

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
    await Promise.race([this.starting, sleep(STOP_MS, undefined, { ref: false })]);
    await this.consumer?.disconnect().catch(() => undefined);
  }

  /** Told what topics there are now: where one was added, the member joins again to read it too. */
  mayHaveMissed(group: string, topics: readonly string[]): void {
    if (group !== this.subscription.group || !this.consumer || !this.heard) return;
    const { heard } = this;
    if (topics.every((topic) => heard.has(topic))) return;
    this.heard = undefined;
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
      this.heard = new Set(topics);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: PARTITIONS_TOGETHER,
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
    log.warn(`Consumer ${this.subscription.group} stopped (${nameOf(error)}) and starts again in ${delayMs} ms`);
  }

  /** kafkajs calls this for each partition of a fetch, all in one go: the first turn takes them all, the others find nothing left. */
  private handle(payload: EachBatchPayload): Promise<void> {
    this.fetched.push(payload);
    const mine = this.turn.then(() => this.deliver(this.fetched.splice(0)));
    this.turn = mine.catch(() => undefined);
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
      settle: async (last) => {
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
      // Told after a stop it does nothing, so nobody needs to wait for it.
      pause: (partition, forMs) => void setTimeout(payloadOf(partition)?.pause() ?? (() => undefined), forMs).unref(),
    };
  }
}

/** Nothing is wrong: there is more to read. */
class NewBranch extends Error {
  override readonly name = 'NewBranch';
}

const log = new Logger('Kafka');

function toOurLog({ level, log: { message, groupId, error } }: LogEntry): void {
  const line = [message, groupId, error].filter(Boolean).join(' · ');
  // Members come and go: kafkajs calls it an error, but it is how a group works.
  if (/rebalanc|not aware of this member/i.test(line)) log.debug(line);
  else if (level <= logLevel.ERROR) log.error(line);
  else log.warn(line);
}
