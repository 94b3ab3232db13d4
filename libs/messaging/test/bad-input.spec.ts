import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigResourceTypes, Kafka as Client, logLevel, Partitioners, type Message } from 'kafkajs';

import { recordOf } from '../src/testing.ts';
import type { TestEvents } from './fixture/events.ts';
import { applyingHandlers, consumerOf, planOf } from './fixture/parts.ts';
import { createWorld, until, type World } from './fixture/world.ts';

/** A good record of a household's first event, to be spoilt. */
function good(events: TestEvents, householdId: string) {
  const { key, value, headers } = recordOf(events.Counted, { householdId, count: 1 });
  return { key, value, headers: { ...headers } };
}
type Good = ReturnType<typeof good>;

const without = ({ headers, ...rest }: Good, name: string): Message => {
  const { [name]: _, ...kept } = headers;
  return { ...rest, headers: kept };
};
const saying = ({ headers, ...rest }: Good, name: string, value: string | Buffer): Message => ({
  ...rest,
  headers: { ...headers, [name]: value },
});

const spoilt: [what: string, reason: string, spoil: (record: Good, events: TestEvents) => Message][] = [
  ['a tombstone', 'tombstone', (record) => ({ ...record, value: null })],
  ['5 MB', 'too_large', (record) => ({ ...record, value: Buffer.alloc(5_000_000, 'x') })],
  ['no headers at all', 'not_a_cloud_event', ({ key, value }) => ({ key, value })],
  ['no id', 'not_a_cloud_event', (record) => without(record, 'ce_id')],
  ['no type', 'not_a_cloud_event', (record) => without(record, 'ce_type')],
  ['no source', 'not_a_cloud_event', (record) => without(record, 'ce_source')],
  ['no specversion', 'not_a_cloud_event', (record) => without(record, 'ce_specversion')],
  ['a specversion of the future', 'not_a_cloud_event', (record) => saying(record, 'ce_specversion', '2.0')],
  ['no time', 'bad_time', (record) => without(record, 'ce_time')],
  ['a time that is none', 'bad_time', (record) => saying(record, 'ce_time', '2026-13-40T99:00:00Z')],
  ['an id that is no UUID', 'bad_id', (record) => saying(record, 'ce_id', `'; DROP TABLE inbox; --`)],
  ['no aggregate version', 'bad_aggregate_version', (record) => without(record, 'ce_aggregateversion')],
  ['an aggregate version of zero', 'bad_aggregate_version', (record) => saying(record, 'ce_aggregateversion', '0')],
  [
    'an aggregate version too large to count',
    'bad_aggregate_version',
    (record) => saying(record, 'ce_aggregateversion', '9'.repeat(30)),
  ],
  ['no content type', 'wrong_content_type', (record) => without(record, 'content-type')],
  ['another content type', 'wrong_content_type', (record) => saying(record, 'content-type', 'application/xml')],
  [
    'a structured event that is cut off',
    'not_a_cloud_event',
    (record) => ({ ...saying(record, 'content-type', 'application/cloudevents+json'), value: '{"id":' }),
  ],
  [
    'a structured event in Avro',
    'not_a_cloud_event',
    (record) => saying(record, 'content-type', 'application/cloudevents+avro'),
  ],
  [
    'an unknown type',
    'unknown_type',
    (record, { service }) => saying(record, 'ce_type', `${service}.household.vanished.v1`),
  ],
  [
    'an unknown major version',
    'unknown_version',
    (record, { service }) => saying(record, 'ce_type', `${service}.household.counted.v2`),
  ],
  [
    'an event that belongs on another topic',
    'wrong_topic',
    (record, { Instructed }) => saying(record, 'ce_type', Instructed.type),
  ],
  ['the source of another service', 'wrong_source', (record) => saying(record, 'ce_source', '/janela/registry')],
  [
    'a source that only begins like the right one',
    'wrong_source',
    (record, { service }) => saying(record, 'ce_source', `/janela/${service}/2`),
  ],
  ['a payload that is cut off', 'not_json', (record) => ({ ...record, value: record.value?.subarray(0, 40) ?? null })],
  [
    'a payload that is not UTF-8',
    'not_json',
    (record) => ({ ...record, value: Buffer.from('{"householdId":"é"}', 'latin1') }),
  ],
  ['an empty payload', 'not_json', (record) => ({ ...record, value: Buffer.alloc(0) })],
  ['a payload that is a list', 'contract_violation', (record) => ({ ...record, value: '[]' })],
  ['a payload that is only a number', 'contract_violation', (record) => ({ ...record, value: '7' })],
  [
    'a field that is missing',
    'contract_violation',
    (record) => ({ ...record, value: JSON.stringify({ householdId: record.key }) }),
  ],
  [
    'a field of the wrong type',
    'contract_violation',
    (record) => ({ ...record, value: JSON.stringify({ householdId: record.key, count: '1' }) }),
  ],
  ['another key than its household', 'wrong_key', (record) => ({ ...record, key: randomUUID() })],
  [
    'another partition key than its household',
    'wrong_key',
    (record) => saying(record, 'ce_partitionkey', randomUUID()),
  ],
  ['no key', 'wrong_key', (record) => ({ ...record, key: null })],
  ['a key of 100 kB', 'wrong_key', (record) => ({ ...record, key: 'k'.repeat(100_000) })],
  ['a key that Postgres cannot store', 'wrong_key', (record) => ({ ...record, key: 'a\0b' })],
  ['a header that Postgres cannot store', 'unknown_type', (record) => saying(record, 'ce_type', Buffer.from('a\0b'))],
];

describe('a record from outside that is no event of ours', () => {
  let world: World;
  let client: Client;
  const reasons = new Map<string, { reason: string; error: string; id: string }>();

  beforeAll(async () => {
    world = await createWorld({ partitions: 1 });
    const { service, events, listener, bus } = world;
    const topic = events.Counted.topic;
    client = new Client({ brokers: world.brokers, logLevel: logLevel.NOTHING });
    const admin = client.admin();
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: topic,
          configEntries: [{ name: 'max.message.bytes', value: '10000000' }],
        },
      ],
    });
    await admin.disconnect();

    const producer = client.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const offsets: string[] = [];
    for (const [, , spoil] of spoilt) {
      const [sent] = await producer.send({ topic, messages: [spoil(good(events, randomUUID()), events)] });
      offsets.push(sent?.baseOffset ?? '');
    }
    await producer.send({ topic, messages: [good(events, randomUUID())] });
    await producer.disconnect();

    consumerOf({ plan: planOf(service, events, applyingHandlers(events)), database: listener.dataSource }).start(bus);
    await until(world.applied, (rows) => rows.length === 1);
    const parked =
      await listener.dataSource.query<{ id: string; offset: string; reason: string; error: string }[]>(
        'SELECT * FROM parked_events',
      );
    for (const { offset, ...row } of parked) reasons.set(spoilt[offsets.indexOf(offset)]?.[0] ?? offset, row);
  });
  afterAll(() => world.end());

  it.each(spoilt)('is parked with a reason, and not dropped: %s (%s)', (what, reason) => {
    expect(reasons.get(what)).toMatchObject({ reason });
    // What is stored about it never repeats what it says.
    expect(reasons.get(what)?.error).not.toMatch(/DROP|xxx|count":|cut off:/);
  });

  it('keeps nothing else from being applied', async () => {
    expect(reasons.size).toBe(spoilt.length);
    expect(await world.applied()).toHaveLength(1);
  });
});

describe('a record that is unusual, but an event', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ partitions: 1 });
  });
  afterAll(() => world.end());

  it('is applied: in structured mode, with strange headers, with fields that are not known', async () => {
    const { service, events, listener, brokers, bus } = world;
    const producer = new Client({ brokers, logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    const [structured, strange, extended] = [1, 2, 3].map(() => good(events, randomUUID()));
    if (!structured || !strange || !extended) throw new Error('three records');
    const attributes = {
      specversion: '1.0',
      id: randomUUID(),
      source: `/janela/${service}`,
      type: events.Counted.type,
      time: '2026-11-20T10:00:00+02:00',
      aggregateversion: 1,
    };
    const value = JSON.stringify({ ...attributes, data: { householdId: structured.key, count: 1 } });
    const messages = [
      { key: structured.key, value, headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' } },
      {
        ...strange,
        headers: {
          ...strange.headers,
          'x-anything': Buffer.from([0, 255]),
          ce_unknown: 'yes',
          'content-type': 'Application/JSON; charset=UTF-8',
        },
      },
      {
        ...extended,
        value: JSON.stringify({
          householdId: extended.key,
          count: 1,
          since: 'v2 of the producer',
          __proto__: { count: 2 },
        }),
      },
    ];
    await producer.send({ topic: events.Counted.topic, messages });
    await producer.disconnect();

    consumerOf({ plan: planOf(service, events, applyingHandlers(events)), database: listener.dataSource }).start(bus);
    const applied = await until(world.applied, (rows) => rows.length === 3);
    expect(applied.map(({ key, count }) => [key, count])).toEqual(
      [structured, strange, extended].map(({ key }) => [key, 1]),
    );
    expect(await listener.dataSource.query('SELECT * FROM parked_events')).toEqual([]);
  });
});
