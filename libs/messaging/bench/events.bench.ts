import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { memoryFlags } from '@janela/stack';
import { freshDatabase, freshTopics, type FreshDatabase } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { toHeaders } from '../src/bus/cloud-events.ts';
import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { BuiltProcess, buildProcesses } from './built-process.ts';
import { CreatePaid20261120100000, paidEventOf, payments } from './payments.ts';

const eventCount = Number(process.env['eventCount'] ?? 100_000);
const partitionCount = 12;
const eventsPerTransaction = 20;
const steadySeconds = 20;

/** The servers that a bench measures on. */
export interface Servers {
  readonly postgresUrl: string;
  readonly kafkaBrokers: string[];
}

/** `events`: outbox → Kafka → inbox and projection, beside kafkajs alone with the same bytes, in events a second. */
export async function bench({ postgresUrl, kafkaBrokers }: Servers): Promise<Record<string, unknown>> {
  buildProcesses();
  const service = `bench-${String.fromCharCode(...Array.from({ length: 8 }, () => 97 + Math.floor(Math.random() * 26)))}`;
  const brokers = kafkaBrokers.join(',');
  const topics = await freshTopics(['payment', 'raw-before', 'raw-after'], {
    prefix: `${service}.`,
    partitions: partitionCount,
    brokers: kafkaBrokers,
  });
  const migrations = [...mailboxMigrations, CreatePaid20261120100000];
  const [speaker, listener] = [
    await freshDatabase(migrations, { postgresUrl }),
    await freshDatabase(migrations, { postgresUrl }),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'janela-bench-'));
  try {
    const written = await fillOutbox(service, speaker.dataSource);
    const records = await saveRecords(service, speaker.dataSource, join(folder, 'records.json'));
    // Before and after, because the machine may be busier at one end than at the other.
    const before = await measureFloor(`${service}.raw-before`, brokers, records);
    const ours = await measureOurs(service, brokers, speaker, listener);
    const after = await measureFloor(`${service}.raw-after`, brokers, records);
    const floor = Math.round((before + after) / 2);
    const ratio = round(ours.rate / floor);
    return {
      unit: 'events/s',
      figure: ours.rate,
      floor,
      ratio,
      goal: '>= 0.5',
      events: eventCount,
      written,
      ...ours.rest,
    };
  } finally {
    await rm(folder, { recursive: true });
    await Promise.all([speaker.drop(), listener.drop(), topics.drop()]);
  }
}

async function fillOutbox(service: string, database: DataSource): Promise<number> {
  const outbox = new Outbox();
  const event = paidEventOf(service);
  const data = payments(eventCount);
  const began = performance.now();
  for (let from = 0; from < data.length; from += 5_000) {
    await database.transaction((tx) => outbox.addAll(tx, event, data.slice(from, from + 5_000)));
  }
  return rateOf(data.length, performance.now() - began);
}

/** The very records that the relay will send. */
async function saveRecords(service: string, database: DataSource, file: string): Promise<string> {
  const rows = await database.query<Record<string, string>[]>('SELECT * FROM outbox ORDER BY id');
  const time = new Date().toISOString();
  const records = rows.map(
    ({ event_id: id = '', type = '', key = '', data: value, aggregate_version: aggregateVersion = '' }) => ({
      key,
      value,
      headers: toHeaders({ id, type, key, aggregateVersion, source: `/janela/${service}`, time }),
    }),
  );
  writeFileSync(file, JSON.stringify(records));
  return file;
}

/** kafkajs alone: one process writes the records, another reads and settles them, both at once. */
async function measureFloor(topic: string, brokers: string, records: string): Promise<number> {
  const consumer = BuiltProcess.start('raw', ['consume', topic, brokers]);
  const producer = BuiltProcess.start('raw', ['produce', topic, brokers, records]);
  await Promise.all([consumer.line('ready'), producer.line('ready')]);
  const rate = await timed(producer, consumer, eventCount);
  await Promise.all([producer.kill(), consumer.kill()]);
  return rate;
}

async function measureOurs(service: string, brokers: string, speaker: FreshDatabase, listener: FreshDatabase) {
  const consumer = BuiltProcess.start('consumer', [service, listener.url, brokers], memoryFlags);
  const relay = BuiltProcess.start('relay', [service, speaker.url, brokers], memoryFlags);
  await Promise.all([consumer.line('ready'), relay.line('ready')]);
  await sleep(4_000); // The consumer joins its group.
  const [relayBefore, consumerBefore] = [relay.cpuMicros(), consumer.cpuMicros()];
  const rate = await timed(relay, consumer, eventCount);
  // Steadier than the rate where other guests of the machine come and go.
  const cpu = {
    relayCpuMicros: round((relay.cpuMicros() - relayBefore) / eventCount),
    consumerCpuMicros: round((consumer.cpuMicros() - consumerBefore) / eventCount),
  };
  const latency = await measureLatency(service, speaker.dataSource, consumer, rate / 2);
  const rest = { ...cpu, ...latency, relayPeakMb: relay.peakMb(), consumerPeakMb: consumer.peakMb() };
  await Promise.all([relay.kill(), consumer.kill()]);
  return { rate, rest };
}

/** From the word to the last event, in events a second. */
async function timed(first: BuiltProcess, last: BuiltProcess, count: number): Promise<number> {
  const began = Date.now();
  first.send('go');
  const line = await last.line(`applied ${count} `);
  return rateOf(count, Number(line.split(' ').at(-1)) - began);
}

/** From the beginning of the publisher's transaction to the commit of the projection, while events come at a steady rate. */
async function measureLatency(service: string, database: DataSource, consumer: BuiltProcess, rate: number) {
  const outbox = new Outbox();
  const event = paidEventOf(service);
  const transactions = Math.floor((rate * steadySeconds) / eventsPerTransaction);
  const data = payments(transactions * eventsPerTransaction);
  consumer.send('forget');
  const began = performance.now();
  const open = new Set<Promise<unknown>>();
  for (let at = 0; at < transactions; at += 1) {
    const dueMs = (at * eventsPerTransaction * 1_000) / rate;
    if (performance.now() - began < dueMs) await sleep(dueMs - (performance.now() - began));
    if (open.size >= 8) await Promise.race(open);
    const some = data.slice(at * eventsPerTransaction, (at + 1) * eventsPerTransaction);
    const done = database.transaction((tx) => outbox.addAll(tx, event, some)).finally(() => open.delete(done));
    open.add(done);
  }
  await Promise.all(open);
  const offered = rateOf(data.length, performance.now() - began);
  await consumer.line(`applied ${eventCount + data.length} `);
  consumer.send('report');
  const delays = JSON.parse((await consumer.line('delays ')).slice('delays '.length)) as number[];
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))];
  return { offered, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

const rateOf = (count: number, ms: number) => Math.round((count / ms) * 1_000);
const round = (ratio: number) => Math.round(ratio * 100) / 100;
