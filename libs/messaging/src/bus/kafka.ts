import { Logger } from '@nestjs/common';
import { Kafka as Client, logLevel, type Admin, type LogEntry, type Producer } from 'kafkajs';

import type { EventBus, Membership, OutgoingRecord, Position, Subscription } from './event-bus.ts';
import { SendingForbidden } from './event-bus.ts';
import { KafkaMembership } from './kafka-membership.ts';
import type { KafkaSecurity } from './kafka-security.ts';
import { positionsIn } from './kafka-records.ts';
import { partitionOf } from './partitioner.ts';
import { isEveryBranch, isNamedBy } from './topic-names.ts';

const mostHeartbeatMs = 3_000;
const defaultSessionMs = 30_000;
const rebalanceMs = 60_000;
const connectMs = 3_000;
/** Per fetch: bounds what one member holds in memory, whatever the number of its partitions. */
const fetchBytes = 1_048_576;
const fetchBytesPerPartition = 524_288;
const fetchWaitMs = 500;

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Milliseconds without a heartbeat after which the group gives a member's partitions to others. */
  readonly sessionMs?: number;
  readonly security?: KafkaSecurity;
}

/** The broker, through kafkajs. This and its members are all that knows the client; every setting that matters is written out. */
export class Kafka implements EventBus {
  private readonly client: Client;
  private readonly sessionMs: number;
  private readonly members = new Set<KafkaMembership>();
  private producer?: Promise<Producer> | undefined;
  private admin?: Promise<Admin> | undefined;

  constructor({ brokers, clientId, sessionMs = defaultSessionMs, security = {} }: KafkaOptions) {
    this.sessionMs = sessionMs;
    this.client = new Client({
      brokers: [...brokers],
      ...security,
      clientId,
      connectionTimeout: connectMs,
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
    const heartbeatMs = Math.min(mostHeartbeatMs, this.sessionMs / 3);
    const create = () =>
      this.client.consumer({
        groupId: subscription.group,
        allowAutoTopicCreation: false,
        sessionTimeout: this.sessionMs,
        rebalanceTimeout: rebalanceMs,
        heartbeatInterval: heartbeatMs,
        maxBytes: fetchBytes,
        maxBytesPerPartition: fetchBytesPerPartition,
        maxWaitTimeInMs: fetchWaitMs,
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
    const committedIn = (topic: string) => committed.find((each) => each.topic === topic)?.partitions ?? [];
    const positions = topics.map(async (topic) =>
      positionsIn(topic, committedIn(topic), await admin.fetchTopicOffsets(topic)),
    );
    return (await Promise.all(positions)).flat();
  }

  /** The topics that there are; a branch that was added later is found when this is called again. */
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

const log = new Logger('Kafka');

function toOurLog({ level, log: { message, groupId, error } }: LogEntry): void {
  const line = [message, groupId, error].filter(Boolean).join(' · ');
  // Members come and go: kafkajs calls it an error, but it is how a group works.
  if (/rebalanc|not aware of this member/i.test(line)) log.debug(line);
  else if (level <= logLevel.ERROR) log.error(line);
  else log.warn(line);
}
