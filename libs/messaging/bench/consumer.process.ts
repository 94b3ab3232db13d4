import type { Tx } from '@janela/platform';
import { DataSource } from 'typeorm';

import { Consumer } from '../src/consumer/consumer.ts';
import { InboxProcessor, type BatchResult } from '../src/consumer/inbox-processor.ts';
import { Kafka } from '../src/bus/kafka.ts';
import { OnEventBatch } from '../src/subscriptions/on-event.ts';
import type { ReceivedEvent } from '../src/inbox/received-event.ts';
import { planConsumers } from '../src/subscriptions/subscriptions.ts';
import { paidEventOf, type PaidEvent } from './payments.ts';

/** A consumer with a projection and nothing else. It prints how many events it has committed, and how late they were when asked. */
const [service = '', url = '', brokers = ''] = process.argv.slice(2);
const event = paidEventOf(service);

class PaidProjection {
  @OnEventBatch(event)
  async apply(events: readonly ReceivedEvent<PaidEvent>[], tx: Tx): Promise<void> {
    const latest = new Map(events.map((each) => [each.key, each]));
    const rows = [...latest.values()];
    await tx.query(
      `INSERT INTO paid (payment_id, household_id, area_code, period, paid_minor, version)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::int[])
       ON CONFLICT (payment_id) DO UPDATE SET paid_minor = excluded.paid_minor, version = excluded.version`,
      [
        rows.map(({ key }) => key),
        rows.map(({ data }) => data.householdId),
        rows.map(({ data }) => data.areaCode),
        rows.map(({ data }) => data.period),
        rows.map(({ data }) => data.paidMinor),
        rows.map(({ aggregateVersion }) => aggregateVersion),
      ],
    );
  }
}

const database = await new DataSource({ type: 'postgres', url, poolSize: 4 }).initialize();
const bus = new Kafka({ brokers: brokers.split(','), clientId: service });
const [plan] = planConsumers([new PaidProjection()], { service, catalogue: [event] });
if (!plan) throw new Error('there is a projection');

let delays: number[] = [];
let count = 0;
const onCommitted = ({ applied }: BatchResult) => {
  const now = Date.now();
  for (const { time } of applied) delays.push(now - Date.parse(time));
  count += applied.length;
  process.stdout.write(`applied ${count} at ${now}\n`);
};
const transact = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(work);
new Consumer({
  plan,
  processor: new InboxProcessor(plan, undefined, () => undefined),
  transact,
  database,
  onCommitted,
}).start(bus);

process.on('message', (word) => {
  if (word === 'forget') delays = [];
  if (word === 'report') process.stdout.write(`delays ${JSON.stringify(delays.toSorted((a, b) => a - b))}\n`);
});
process.channel?.ref();
process.on('disconnect', () => process.exit(1));
process.stdout.write('ready\n');
