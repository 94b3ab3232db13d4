import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { toHeaders } from './cloud-events.ts';
import { SendingForbidden, type EventBus, type OutgoingRecord } from './event-bus.ts';
import { nameOf } from './failures.ts';
import type { DeliveryHooks } from './hooks.ts';
import type { MessagingMetrics } from './messaging.metrics.ts';
import { OutboxAlarm } from './outbox-alarm.ts';
import { type Batch, type OutboxRow, OutboxRows } from './outbox-rows.ts';
import { ShardLeases } from './shard-leases.ts';
import { sending } from './tracing.ts';

const POLL_MS = 250;
const BACK_OFF_MS = { first: 100, most: 5_000 };

export interface RelayOptions {
  readonly service: string;
  readonly database: DataSource;
  readonly bus: EventBus;
  readonly metrics: MessagingMetrics;
  readonly hooks?: DeliveryHooks;
  readonly leaseMs?: number;
  readonly renewMs?: number;
}

/**
 * Moves committed events from the outbox to the broker, and removes them once it has confirmed. What it publishes of an
 * aggregate is always a run of versions that starts at, or before, the first one not confirmed yet. So whatever happens to it,
 * or to another relay that takes over, the first copies of an aggregate's events reach the topic in order.
 *
 * Confirmed rows are deleted, not stamped with a time: with 200,000 waiting, reading and deleting went at 60,000 to 70,000
 * events a second and reading and stamping at 4,000 to 9,000; and personal data does not stay behind. The topic is the archive.
 */
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly leases: ShardLeases;
  private readonly alarm: OutboxAlarm;
  private readonly outbox: OutboxRows;
  private readonly source: string;
  private readonly suspended = new Map<string, { until: number; failures: number }>();
  private readonly stopping = new AbortController();
  private ahead: Batch | undefined;
  private loop: Promise<void> = Promise.resolve();
  private waiting = false;
  private busy = false;
  private failures = 0;

  constructor(private readonly options: RelayOptions) {
    this.leases = new ShardLeases(options.database, options.leaseMs, options.renewMs);
    this.alarm = new OutboxAlarm(options.database);
    this.outbox = new OutboxRows(options.database);
    this.source = `/janela/${options.service}`;
  }

  /** Starts to work in the background. It never gives up: without a broker or database it waits and tries again. */
  start(): void {
    this.leases.start((error) => this.log.warn(`Could not renew the lease on the outbox: ${nameOf(error)}`));
    this.loop = this.run();
  }

  /** Finishes the batch in hand and gives its shards back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.alarm.stop();
    await this.loop;
    await this.leases.stop().catch(() => undefined);
  }

  private async run(): Promise<void> {
    await this.alarm.start();
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

  /** One batch, from the rows to the broker and back, while the next is read. Answers how many events it was. */
  private async publishNext(): Promise<number> {
    const { hooks } = this.options;
    const { shards, rows } = this.ahead ?? (await this.read());
    this.ahead = undefined;
    if (rows.length === 0) return 0;
    await hooks?.beforePublish?.();
    const ahead = this.read(rows);
    // Whoever awaits it hears of its failure; before that, a failure to publish counts first.
    ahead.catch(() => undefined);
    const confirmed = await this.publish(rows, () => shards.every((shard) => this.leases.held().includes(shard)));
    await hooks?.afterPublish?.();
    const [next] = await Promise.all([ahead, this.outbox.forget(confirmed)]);
    // What comes after rows that stayed behind may not overtake them.
    if (confirmed.length === rows.length && next.rows.length > 0) this.ahead = next;
    return confirmed.length;
  }

  private read(except: readonly OutboxRow[] = []): Promise<Batch> {
    return this.outbox.read(this.leases.held(), this.suspendedTopics(), except);
  }

  /** Answers the rows that the broker confirmed: all, unless a topic is at fault, which is then left alone for a while. */
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
    this.suspended.set(topic, { failures, until: performance.now() + backOffMs(failures) });
    this.log.error(`Topic ${topic} takes no events: ${nameOf(error)}. They wait in the outbox.`);
  }

  private suspendedTopics(): string[] {
    return [...this.suspended].filter(([, { until }]) => performance.now() < until).map(([topic]) => topic);
  }

  /** Two batches in a row: there is work, so writers need not wake us. */
  private async stayAwake(): Promise<void> {
    if (this.busy && this.waiting) await this.leases.setWaiting((this.waiting = false));
    this.busy = true;
  }

  /** Nothing found: ask to be woken, look once more, and only then sleep. */
  private async rest(): Promise<void> {
    this.busy = false;
    if (!this.waiting) await this.leases.setWaiting((this.waiting = true));
    else await this.alarm.wait(POLL_MS);
  }

  private async backOff(error: unknown): Promise<void> {
    this.failures += 1;
    this.ahead = undefined;
    const delayMs = backOffMs(this.failures);
    this.log.warn(`Could not publish (${nameOf(error)}); trying again in ${delayMs} ms`);
    await sleep(delayMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

const backOffMs = (failures: number) => Math.min(BACK_OFF_MS.first * 2 ** Math.min(failures - 1, 10), BACK_OFF_MS.most);
