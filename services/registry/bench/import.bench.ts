import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { type Import, importColumns } from '@janela/contracts';
import { Caller, freshDatabase, TestIssuer } from '@janela/testing';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { migrations } from '../src/data-source.ts';
import { areas, identifierTypes } from '../test/country.ts';
import { addressOf, type Servers, startProcess } from '../test/start-process.ts';

const households = Number(process.env['HOUSEHOLDS'] ?? 200_000);
const generator = fileURLToPath(new URL('../../../tools/country-generator/src/generate.ts', import.meta.url));

/** `import`: a file of households checked and taken in, beside COPY of the same file into a table of text. */
export async function bench(servers: Servers): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'janela-bench-'));
  const file = join(folder, 'households.csv');
  try {
    execFileSync(process.execPath, [generator, '--households', String(households), '--out', file], { stdio: 'pipe' });
    const before = await measureFloor(file);
    const ours = await measureOurs(servers, file);
    const floor = (before + (await measureFloor(file))) / 2;
    const ratio = Math.round((ours.seconds / floor) * 10) / 10;
    return { unit: 's', figure: ours.seconds, floor: Math.round(floor * 100) / 100, ratio, goal: '<= 10', ...ours };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureFloor(file: string): Promise<number> {
  const database = await freshDatabase([]);
  const client = new pg.Client({ connectionString: database.migratorUrl });
  await client.connect();
  try {
    await client.query(`CREATE TABLE people (${importColumns.map((column) => `${column} text`).join(', ')})`);
    const began = performance.now();
    await pipeline(createReadStream(file), client.query(copyFrom('COPY people FROM STDIN (FORMAT csv, HEADER)')));
    return (performance.now() - began) / 1000;
  } finally {
    await client.end();
    await database.drop();
  }
}

/** From the first byte sent to the last household written, by a service in a process of its own. */
async function measureOurs(servers: Servers, file: string) {
  const [database, issuer] = [await freshDatabase(migrations), await TestIssuer.start()];
  const service = startProcess({ databaseUrl: database.url, issuerUrl: issuer.url, servers });
  try {
    const address = await addressOf(service);
    const administrator = new Caller(address, await issuer.token({ roles: ['administrator'] }));
    await administrator.post('/v1/areas', { areas });
    for (const [type, about] of Object.entries(identifierTypes))
      await administrator.put(`/v1/identifier-types/${type}`, about);
    const bytes = await readFile(file);
    const began = performance.now();
    const { body } = await administrator.post<Import>('/v1/imports', bytes, { 'content-type': 'text/csv' });
    const over = await untilOver(administrator, body.id);
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    return { seconds, rows: over.rows, ...over.households, peakMb: await peakMb(service.pid) };
  } finally {
    await service.kill();
    await issuer.stop();
    await database.drop();
  }
}

async function untilOver(administrator: Caller, id: string): Promise<Import> {
  for (;;) {
    const { body } = await administrator.get<Import>(`/v1/imports/${id}`);
    if (body.state === 'finished') return body;
    if (body.state === 'failed') throw new Error(`The import failed: ${String(body.failure)}`);
    await wait(500);
  }
}

/** The most memory that the process has had, in megabytes. */
async function peakMb(pid: number): Promise<number> {
  const [, kb] = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kb) / 1024);
}
