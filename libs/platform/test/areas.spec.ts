import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, inEveryArea, systemActor, type Tx } from '@janela/platform';
import pg from 'pg';

import { Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await Example.start();
  for (const areaCode of ['ZM104011', 'ZM104005', 'ZM102001']) await write(areaCode);
});
afterAll(() => example.stop());

function write(areaCode: string, areas: string[] = ['ZM']) {
  const body = { areaCode, title: `note of ${areaCode} by ${areas.join()}` };
  return example.call('POST', '/v1/notes', {
    body,
    headers: { 'idempotency-key': `write ${areaCode}`.replace(' ', '-') },
    claims: { areas, sub: areas.join() || 'no-area' },
  });
}

async function seenBy(areas: string[]): Promise<unknown[]> {
  const { body } = await example.call('GET', '/v1/notes', { claims: { areas } });
  return (body.items as { areaCode: string }[]).map(({ areaCode }) => areaCode).sort();
}

describe('the area of an actor', () => {
  it.each([
    [['ZM104011'], ['ZM104011']],
    [['ZM104'], ['ZM104005', 'ZM104011']],
    [
      ['ZM104005', 'ZM102'],
      ['ZM102001', 'ZM104005'],
    ],
    [['ZM'], ['ZM102001', 'ZM104005', 'ZM104011']],
    [['MZ'], []],
    [['ZM1'], []],
    [[], []],
  ])('%j sees the rows of %j', async (areas, expected) => {
    expect(await seenBy(areas)).toEqual(expected);
  });

  it('does not even show that a row of another area exists', async () => {
    const { body } = await example.call('GET', '/v1/notes');
    const [note] = body.items as { id: string }[];
    const answer = await example.call('GET', `/v1/notes/${note?.id}`, { claims: { areas: ['ZM109'] } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'example.note_not_found' } });
  });

  it('must reach the area that a request names', async () => {
    expect(await write('ZM102002', ['ZM104'])).toMatchObject({
      status: 403,
      body: { code: 'access.area_out_of_reach' },
    });
  });

  it('is enforced by the database when the code forgets it', async () => {
    const answer = await example.call('POST', '/v1/notes/misbehave/foreign', { claims: { areas: ['ZM'] } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.area_out_of_reach' } });
  });

  it('is every area for a service by itself, and none for a statement outside of a transaction of ours', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const rows = await database.read(systemActor('example'), (tx) => tx.query<unknown[]>('SELECT FROM notes'));
    expect(rows).toHaveLength(3);
    expect(await example.database.dataSource.query('SELECT FROM notes')).toEqual([]);
  });

  it('holds for the role that owns the table', async () => {
    const owner = new pg.Client({ connectionString: example.database.migratorUrl });
    await owner.connect();
    expect((await owner.query('SELECT FROM notes')).rowCount).toBe(0);
    await owner.end();
  });

  it('does not stay behind on the connection', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const actor = { ...systemActor('example'), areas: ['ZM104'] };
    const setting = await database.read(actor, async (tx) => {
      await tx.query('SELECT 1');
      return tx.query<{ areas: string }[]>(`SELECT current_setting('janela.areas') AS areas`);
    });
    expect(setting).toEqual([{ areas: '{ZM104}' }]);
    const dataSource = example.database.dataSource;
    expect(await dataSource.query(`SELECT NULLIF(current_setting('janela.areas', true), '') AS areas`)).toEqual([
      { areas: null },
    ]);
  });

  it('is every area for a while, for what follows by itself from what an actor did', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const actor = { ...systemActor('example'), areas: ['ZM104011'] };
    const count = (tx: Tx) => tx.query<unknown[]>('SELECT FROM notes').then(({ length }) => length);
    const counts = await database.write(actor, async (tx) => [
      await count(tx),
      await inEveryArea(tx, () => count(tx)),
      await inEveryArea(tx, () => Promise.reject(new Error('nothing came of it'))).catch(() => count(tx)),
    ]);
    expect(counts).toEqual([1, 3, 1]);
  });

  it('cannot smuggle another area in', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const actor = { ...systemActor('example'), areas: ['ZM109","ZM'] };
    expect(await database.read(actor, (tx) => tx.query('SELECT FROM notes'))).toEqual([]);
  });
});
