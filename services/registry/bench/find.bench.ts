import { Caller, freshDatabase, household, member, ok, TestIssuer } from '@janela/testing';
import type { PeopleFound } from '@janela/contracts';
import pg from 'pg';

import { migrations } from '../src/data-source.ts';
import { areas, identifierTypes, numberFormats, samfya } from '../test/country.ts';
import { addressOf, type Servers, startProcess } from '../test/start-process.ts';
import { percentile } from './clients.ts';
import { fillRegister } from './many-people.ts';

const people = Number(process.env['PEOPLE'] ?? 1_000_000);
const warmUp = 10;
const rounds = Number(process.env['ROUNDS'] ?? 60);

/** What is typed, by what it shows. The country's commonest names are in it. */
const searches: Record<string, readonly string[]> = {
  'a name with a slip': ['Mray Phiir', 'Grcae Banda', 'Kasomba', 'Magaret Tembo', 'Jospeh Mwale'],
  'a common name': ['Mary Phiri', 'Banda', 'Grace Banda', 'Phiri', 'Joseph'],
  'a beginning': ['Kas', 'Mar', 'Chi', 'Mw', 'Ban'],
  'a name that no one has': ['Zzyzx Qwrtp', 'Xqvkw', 'Banda Zzyzx'],
  'a name with a birth year': ['Banda 1958', 'Mary Phiri 1971', 'Phirri 1984'],
  'a number': ['759909521', '759909/52/1'],
  'a telephone': ['0977122103', '+260977122103'],
};

/** `find`: people looked for among a million, by a caseworker of the whole country and one of a district, beside a bare index probe. */
export async function bench(servers: Servers): Promise<Record<string, unknown>> {
  const database = await freshDatabase(migrations);
  try {
    return await measureOn(servers, database.url, () => fillRegister(database.migratorUrl, people));
  } finally {
    await database.drop();
  }
}

/** Measures in a register that `fill` has filled. */
export async function measureOn(
  servers: Servers,
  databaseUrl: string,
  fill: () => Promise<void>,
): Promise<Record<string, unknown>> {
  const issuer = await TestIssuer.start();
  const service = startProcess({ databaseUrl, issuerUrl: issuer.url, servers });
  try {
    const address = await addressOf(service);
    await loadCountry(new Caller(address, await issuer.token({ roles: ['administrator'] })));
    const callers = {
      country: new Caller(address, await issuer.token({ roles: ['caseworker'], areas: ['ZM'] })),
      district: new Caller(address, await issuer.token({ roles: ['caseworker'], areas: [samfya] })),
    };
    // Among a million there are some alike, whom a caseworker would have to look at first.
    await registerOne(callers.district);
    await fill();
    const floor = await measureFloor(databaseUrl);
    const measured = await measureAll(callers);
    const figure = Math.max(...Object.values(measured).map(({ p95Ms }) => p95Ms));
    const ratio = Math.round((figure / floor) * 10) / 10;
    return { unit: 'ms, 95 of 100 searches', figure, floor, ratio, goal: '<= 50', people, searches: measured };
  } finally {
    await service.kill();
    await issuer.stop();
  }
}

async function measureAll(callers: Record<string, Caller>) {
  const measured: Record<string, { p50Ms: number; p95Ms: number; found: number }> = {};
  for (const [reach, caller] of Object.entries(callers))
    for (const [what, texts] of Object.entries(searches)) measured[`${what}, ${reach}`] = await measure(caller, texts);
  return measured;
}

async function measure(caller: Caller, texts: readonly string[]) {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const began = performance.now();
    const q = texts[round % texts.length] ?? '';
    const { status, body } = await caller.get<PeopleFound>(`/v1/people?${new URLSearchParams({ q })}`);
    if (status !== 200) throw new Error(`A search for ${q} was answered ${status}`);
    if (round < warmUp) continue;
    times.push(performance.now() - began);
    found += body.items.length;
  }
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), found: Math.round(found / rounds) };
}

/** The least that a search for a name can cost: one probe of the index, with a pair of names that some have. */
async function measureFloor(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const times: number[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const began = performance.now();
      await client.query('SELECT person_id FROM person_keys WHERE words @> $1::text[] LIMIT 20', [['mary', 'phiri']]);
      if (round >= warmUp) times.push(performance.now() - began);
    }
    return percentile(times, 0.95);
  } finally {
    await client.end();
  }
}

/** A person whose numbers are encrypted and marked as the service does it. */
async function registerOne(caller: Caller): Promise<void> {
  const identifiers = [{ type: 'ZM-NRC', value: '759909/52/1' }];
  ok(await caller.post('/v1/households', household({ members: [member({ identifiers, phone: '+260977122103' })] })));
}

async function loadCountry(administrator: Caller): Promise<void> {
  ok(await administrator.post('/v1/areas', { areas }));
  for (const [type, about] of Object.entries(identifierTypes))
    ok(await administrator.put(`/v1/identifier-types/${type}`, about));
  ok(await administrator.put('/v1/number-formats', numberFormats));
}
