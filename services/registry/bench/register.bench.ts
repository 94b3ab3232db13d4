import { Caller, freshDatabase, TestIssuer, TestService } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';
import { areas, identifierTypes, numberFormats } from '../test/country.ts';
import { addressOf, type Servers, startProcess } from '../test/start-process.ts';
import { percentile, postAll } from './clients.ts';
import { fiveMembers } from './households.ts';
import { Recorder, replay, type Statement } from './recorder.ts';

const clients = 32;
const warmUp = 500;
const measured = Number(process.env['HOUSEHOLDS'] ?? 3_000);

/** `register`: households of five registered by 32 clients, beside the very same SQL sent by 32 bare connections. */
export async function bench(servers: Servers): Promise<Record<string, unknown>> {
  const floorBefore = await measureFloor();
  const ours = await measureOurs(servers);
  const floorAfter = await measureFloor();
  const floor = Math.round((floorBefore + floorAfter) / 2);
  const ratio = Math.round((ours.rate / floor) * 100) / 100;
  return {
    unit: 'households/s',
    figure: ours.rate,
    floor,
    ratio,
    goal: '>= 0.5',
    clients,
    households: measured,
    ...ours,
  };
}

/** A service in a process of its own, asked by this one. */
async function measureOurs(servers: Servers): Promise<{ rate: number; p50Ms: number; p99Ms: number }> {
  const [database, issuer] = [await freshDatabase(migrations), await TestIssuer.start()];
  const service = startProcess({
    databaseUrl: database.url,
    issuerUrl: issuer.url,
    servers,
    environment: { JANELA_DATABASE_POOL: String(clients) },
  });
  try {
    const address = await addressOf(service);
    await loadCountry(new Caller(address, await issuer.token({ roles: ['administrator'] })));
    const token = await issuer.token({ roles: ['caseworker'] });
    const url = new URL('/v1/households', address);
    await postAll(url, token, Array.from({ length: warmUp }, fiveMembers), clients);
    const bodies = Array.from({ length: measured }, fiveMembers);
    const began = performance.now();
    const times = await postAll(url, token, bodies, clients);
    const rate = Math.round(measured / ((performance.now() - began) / 1000));
    return { rate, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
  } finally {
    await service.kill();
    await issuer.stop();
    await database.drop();
  }
}

/** Registrations written down statement by statement, then sent as they are to another database, which is empty. */
async function measureFloor(): Promise<number> {
  const transactions = await record(warmUp + measured);
  const database = await freshDatabase(migrations);
  try {
    await replay(database.url, transactions.slice(0, warmUp), clients);
    const counted = transactions.slice(warmUp);
    const seconds = await replay(database.url, counted, clients);
    return Math.round(counted.filter(isRegistration).length / seconds);
  } finally {
    await database.drop();
  }
}

async function record(count: number): Promise<Statement[][]> {
  const service = await TestService.start({ module: RegistryModule, config: RegistryConfig, migrations });
  await loadCountry(await service.as('administrator'));
  const token = await service.issuer.token({ roles: ['caseworker'] });
  const recorder = new Recorder();
  const url = new URL('/v1/households', service.running.address);
  await postAll(url, token, Array.from({ length: count }, fiveMembers), 4);
  recorder.stop();
  await service.stop();
  return recorder.transactions.filter((one) => isRegistration(one) || says(one, 'household_serials'));
}

const says = (statements: readonly Statement[], word: string) => statements.some(({ text }) => text.includes(word));
const isRegistration = (statements: readonly Statement[]) => says(statements, 'INSERT INTO households ');

async function loadCountry(administrator: Caller): Promise<void> {
  await administrator.post('/v1/areas', { areas });
  for (const [type, about] of Object.entries(identifierTypes))
    await administrator.put(`/v1/identifier-types/${type}`, about);
  await administrator.put('/v1/number-formats', numberFormats);
}
