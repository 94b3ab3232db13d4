import { setTimeout as sleep } from 'node:timers/promises';

import { errorName } from '@janela/platform';
import { Logger } from '@nestjs/common';
import { backOff } from '@janela/kernel';
import type { DataSource } from 'typeorm';

import { sourceOf, toHeaders } from '../bus/cloud-events.ts';
import { SendingForbidden, type EventBus, type OutgoingRecord } from '../bus/event-bus.ts';
import type { DeliveryHooks } from '../bus/delivery-hooks.ts';
import type { MessagingMetrics } from '../telemetry/messaging.metrics.ts';
import { OutboxListener } from './outbox-listener.ts';
import { ShardLeases } from './shard-leases.ts';
import { sending } from '../telemetry/tracing.ts';

/** A batch may all be of one partition, and then the broker takes it as one message of at most a mebibyte. */
const batchBytes = 1_000_000;
const batchRows = 500;
/** What headers, key and framing add to an event, generously. */
const envelopeBytes = 512;
const pollMs = 250;
const waitMs = backOff({ first: 100, most: 5_000 });

export interface RelayOptions {
  readonly service: string;
  readonly database: DataSource;
  readonly bus: EventBus;
  readonly metrics: MessagingMetrics;
  readonly hooks?: DeliveryHooks;
  readonly leaseMs?: number;
  readonly renewMs?: number;
}

interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly aggregate_version: string;
  readonly data: string;
  readonly occurred_at: Date;
  readonly traceparent: string | null;
}

/**
 * Publishes committed events from the outbox, and deletes them once the broker has confirmed. What it publishes of an aggregate
 * starts at, or before, the first version not confirmed yet, so that first copies are in order whichever relay publishes them.
 */
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly leases: ShardLeases;
  private readonly listener: OutboxListener;
  private readonly source: string;
  private readonly suspended = new Map<string, { until: number; failures: number }>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private waiting = false;
  private busy = false;
  private failures = 0;

  constructor(private readonly options: RelayOptions) {
    this.leases = new ShardLeases(options.database, options.leaseMs, options.renewMs);
    this.listener = new OutboxListener(options.database);
    this.source = sourceOf(options.service);
  }

  /** Starts to work in the background. It never gives up: without a broker or database it waits and tries again. */
  start(): void {
    this.leases.start((error) => this.log.warn(`Could not renew the lease on the outbox: ${errorName(error)}`));
    this.loop = this.run();
  }

  /** Finishes the present batch and gives its shards back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.listener.stop();
    await this.loop;
    await this.leases.stop().catch(() => undefined);
  }

  private async run(): Promise<void> {
    await this.listener.start();
    let leased = false;
    while (!this.stopping.signal.aborted) {
      try {
        if (!leased) await this.leases.renew();
        leased = true;
        await this.leases.giveBackSurplus();
        const published = await this.publishNext();
        this.failures = 0;
        await (published > 0 ? this.stayAwake() : this.rest());
      } catch (error) {
        await this.backOff(error);
      }
    }
  }

  /** One batch, from the rows to the broker and back. Returns how many events it was. */
  private async publishNext(): Promise<number> {
    const { database, hooks } = this.options;
    const shards = this.leases.held();
    if (shards.length === 0) return 0;
    const rows: OutboxRow[] = await database.query(readSql, [shards, this.suspendedTopics(), batchRows, batchBytes]);
    if (rows.length === 0) return 0;
    await hooks?.beforePublish?.();
    const confirmed = await this.publish(rows, () => shards.every((shard) => this.leases.held().includes(shard)));
    await hooks?.afterPublish?.();
    await database.query(forgetSql, [confirmed.map(({ id }) => id)]);
    return confirmed.length;
  }

  /** Returns the rows that the broker confirmed: all, unless a topic is at fault, which is then left alone for a while. */
  private async publish(rows: readonly OutboxRow[], mayStillSend: () => boolean): Promise<readonly OutboxRow[]> {
    const byTopic = Map.groupBy(rows, ({ topic }) => topic);
    try {
      await this.send([...byTopic.keys()], rows, mayStillSend);
      return rows;
    } catch (error) {
      if (byTopic.size === 1 || error instanceof SendingForbidden) throw error;
    }
    const confirmed: OutboxRow[] = [];
    for (const [topic, ofTopic] of byTopic) {
      try {
        await this.send([topic], ofTopic, mayStillSend);
        this.suspended.delete(topic);
        confirmed.push(...ofTopic);
      } catch (error) {
        this.suspend(topic, error);
      }
    }
    return confirmed;
  }

  private async send(
    topics: readonly string[],
    rows: readonly OutboxRow[],
    mayStillSend: () => boolean,
  ): Promise<void> {
    const records = rows.map((row) => this.toRecord(row));
    const traceparents = rows.map(({ traceparent }) => traceparent);
    await sending(topics, traceparents, () => this.options.bus.publish(records, mayStillSend));
    for (const topic of topics)
      this.options.metrics.published.inc({ topic }, rows.filter((row) => row.topic === topic).length);
  }

  private toRecord(row: OutboxRow): OutgoingRecord {
    const { topic, key, data: value, type, traceparent } = row;
    const attributes = {
      id: row.event_id,
      source: this.source,
      time: row.occurred_at.toISOString(),
      type,
      key,
      traceparent,
    };
    return { topic, key, value, headers: toHeaders({ ...attributes, aggregateVersion: row.aggregate_version }) };
  }

  private suspend(topic: string, error: unknown): void {
    const failures = (this.suspended.get(topic)?.failures ?? 0) + 1;
    this.suspended.set(topic, { failures, until: performance.now() + waitMs(failures) });
    this.log.error(`Topic ${topic} takes no events: ${errorName(error)}. They wait in the outbox.`);
  }

  private suspendedTopics(): string[] {
    return [...this.suspended].filter(([, { until }]) => performance.now() < until).map(([topic]) => topic);
  }

  /** Two batches in a row: there is work, so writers need not wake us. */
  private async stayAwake(): Promise<void> {
    if (this.busy && this.waiting) await this.leases.setWaiting((this.waiting = false));
    this.busy = true;
  }

  /** Finds nothing: registers for a notification, looks once more, and only then waits. */
  private async rest(): Promise<void> {
    this.busy = false;
    if (!this.waiting) await this.leases.setWaiting((this.waiting = true));
    else await this.listener.wait(pollMs);
  }

  private async backOff(error: unknown): Promise<void> {
    this.failures += 1;
    const delayMs = waitMs(this.failures);
    this.log.warn(`Could not publish (${errorName(error)}); trying again in ${delayMs} ms`);
    await sleep(delayMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** The oldest rows of our shards, up to as many bytes as the broker takes at once; a single event always fits. */
const readSql = `
  SELECT id, event_id, topic, type, key, aggregate_version, data, occurred_at, traceparent FROM (
    SELECT *, sum(octet_length(data) + ${envelopeBytes}) OVER (ORDER BY id) AS bytes FROM (
      SELECT * FROM outbox WHERE shard = ANY($1::smallint[]) AND topic <> ALL($2::text[]) ORDER BY id LIMIT $3
    ) oldest
  ) sized WHERE bytes <= $4 ORDER BY id`;

/** Does not wait for the disk: a deletion that a crash undoes only means a second copy, which its consumers leave out. */
const forgetSql = `
  WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
  DELETE FROM outbox USING quick WHERE id = ANY($1::bigint[])`;
