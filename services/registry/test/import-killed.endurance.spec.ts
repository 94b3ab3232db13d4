import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Import } from '@janela/contracts';
import {
  Caller,
  type FreshDatabase,
  freshDatabase,
  published,
  type ScriptProcess,
  seeded,
  TestIssuer,
  testServers,
} from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { areas, identifierTypes } from './country.ts';
import { sample, sampleCounts, send } from './importing.ts';
import { addressOf, startProcess } from './start-process.ts';

jest.setTimeout(300_000);

const copies = 4;
const random = seeded('an import in a service that is killed');
const counts = sampleCounts();

let database: FreshDatabase;
let issuer: TestIssuer;
let token: string;
let registry: ScriptProcess;
let administrator: Caller<'registry'>;

beforeAll(async () => {
  [database, issuer] = await Promise.all([freshDatabase(migrations), TestIssuer.start()]);
  token = await issuer.token({ roles: ['administrator'] });
  await start();
  await administrator.post('/v1/areas', { areas });
  for (const [type, about] of Object.entries(identifierTypes))
    await administrator.put(`/v1/identifier-types/${type}`, about);
});
afterAll(async () => {
  await registry.kill();
  await issuer.stop();
  await database.drop();
});

async function start(): Promise<void> {
  registry = startProcess({ databaseUrl: database.url, issuerUrl: issuer.url, servers: testServers() });
  administrator = new Caller<'registry'>(await addressOf(registry), token);
}

async function follow(id: string, isThere: (now: Import) => boolean): Promise<Import> {
  for (;;) {
    const { body } = await administrator.get(`/v1/imports/${id}`);
    if (isThere(body)) return body;
    await wait(20);
  }
}

/** The sample several times over, each time with other references. */
function longFile(): string {
  const [header = '', ...lines] = sample().toString('utf8').trimEnd().split('\n');
  return [
    header,
    ...Array.from({ length: copies }, (_, copy) => lines.map((line) => `copy-${copy}-${line}`)).flat(),
    '',
  ].join('\n');
}

const inZambia = <T>(sql: string) =>
  database.dataSource.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    return tx.query<T[]>(sql);
  });

const interruptions: { when: (now: Import) => boolean; how: 'kill' | 'stop' }[] = [
  { when: ({ state }) => state === 'checking', how: 'kill' },
  { when: ({ households }) => households.taken > 0, how: 'kill' },
  { when: ({ households }) => households.taken > counts.taken.forms * 2, how: 'stop' },
];

describe('an import in a service that is killed and stopped on the way', () => {
  it('comes to the same end as if nothing had happened', async () => {
    const { body } = await send(administrator, longFile());
    for (const { when, how } of interruptions) {
      await follow(body.id, when);
      await wait(random.between(0, 200));
      await registry[how]();
      await start();
    }
    const over = await follow(body.id, ({ finishedAt }) => finishedAt !== undefined);
    expect(over).toMatchObject({
      state: 'finished',
      rows: copies * counts.rows,
      households: { taken: copies * counts.taken.forms, unchanged: 0, refused: copies * counts.wrong.forms },
    });

    const [stored] = await inZambia<Record<string, string>>(`
      SELECT (SELECT count(*) FROM households) AS households, (SELECT count(*) FROM people) AS people,
        (SELECT count(DISTINCT number) FROM households) AS numbers, (SELECT count(*) FROM payees) AS payees,
        (SELECT count(*) FROM household_changes) AS changes, (SELECT count(*) FROM person_keys) AS keys,
        (SELECT count(*) FROM import_chunks) + (SELECT count(*) FROM import_parts) AS left_over`);
    const [households, people] = [copies * counts.taken.forms, copies * counts.taken.people].map(String);
    expect(stored).toEqual({
      households,
      people,
      numbers: households,
      payees: households,
      changes: households,
      keys: people,
      left_over: '0',
    });
    const events = await published(database.dataSource);
    expect(new Set(events.map(({ key, type }) => `${type} ${key}`)).size).toBe(events.length);
    expect(events.filter(({ type }) => type === 'registry.household.registered.v1')).toHaveLength(Number(households));
  });
});
