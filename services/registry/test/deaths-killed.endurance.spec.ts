import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Household, HouseholdUpdated, PersonDied } from '@janela/contracts';
import {
  Caller,
  type FreshDatabase,
  freshDatabase,
  grandchild,
  household,
  member,
  published,
  type ScriptProcess,
  seeded,
  TestIssuer,
  testServers,
} from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { areas } from './country.ts';
import { addressOf, startProcess } from './start-process.ts';

jest.setTimeout(300_000);

const people = 12;
const kills = 6;
const steps = ['reported', 'withdrawn', 'reported'] as const;
const random = seeded('deaths in a service that is killed');

let database: FreshDatabase;
let issuer: TestIssuer;
let registry: ScriptProcess;
let address: string;
let caseworker: string;

beforeAll(async () => {
  [database, issuer] = await Promise.all([freshDatabase(migrations), TestIssuer.start()]);
  await start();
  const administrator = await issuer.token({ roles: ['administrator'] });
  await new Caller<'registry'>(address, administrator).post('/v1/areas', { areas });
  caseworker = await issuer.token({ roles: ['caseworker'] });
});
afterAll(async () => {
  await registry.kill();
  await issuer.stop();
  await database.drop();
});

async function start(): Promise<void> {
  registry = startProcess({ databaseUrl: database.url, issuerUrl: issuer.url, servers: testServers() });
  address = await addressOf(registry);
}

/** Sends the same request, with the same key, until the service answers it; a service that is killed answers nothing. */
async function untilAnswered<T>(path: string, body: object): Promise<T> {
  const key = { 'idempotency-key': randomUUID() };
  for (;;) {
    const answer = await new Caller<'registry'>(address, caseworker).untyped
      .post<T>(path, body, key)
      .catch(() => undefined);
    if (answer && answer.status < 300) return answer.body;
    if (answer && answer.status < 500) throw new Error(`refused with ${answer.status}: ${answer.text}`);
    await wait(20);
  }
}

/** Reports a death, withdraws it, and reports it again. */
async function liveThrough({ members }: Household): Promise<void> {
  for (const certainty of steps)
    await untilAnswered(`/v1/people/${String(members[1]?.personId)}/death`, {
      on: '2026-11-05',
      source: 'household',
      certainty,
    });
}

describe('deaths that are reported and withdrawn in a service that is killed', () => {
  it('are each on record once, in their order, whatever was answered', async () => {
    const of = await Promise.all(
      Array.from({ length: people }, () =>
        untilAnswered<Household>('/v1/households', household({ members: [member(), grandchild()] })),
      ),
    );
    let isOver = false;
    const work = Promise.all(of.map(liveThrough)).finally(() => (isOver = true));
    for (let kill = 0; kill < kills && !isOver; kill += 1) {
      await wait(random.between(10, 120));
      await registry.kill();
      await start();
    }
    await work;

    const events = await published(database.dataSource);
    for (const { id, members } of of) {
      const { body } = await new Caller<'registry'>(address, caseworker).get(`/v1/households/${id}`);
      expect([body.version, body.members[1]?.diedOn]).toEqual([1 + steps.length, '2026-11-05']);
      const history = await new Caller<'registry'>(address, caseworker).get(`/v1/households/${id}/history`);
      expect(history.body.items.map(({ what }) => what).toReversed()).toEqual([
        'registered',
        ...steps.map((certainty) => `death_${certainty}`),
      ]);
      const deaths = events.filter(({ type, key }) => type === PersonDied.type && key === members[1]?.personId);
      expect(deaths.map(({ data }) => (data as { certainty: string }).certainty)).toEqual(steps);
      expect(events.filter(({ type, key }) => type === HouseholdUpdated.type && key === id)).toHaveLength(steps.length);
    }
  });
});
