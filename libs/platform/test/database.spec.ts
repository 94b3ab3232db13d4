import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, migrate, migratorDataSource, platformMigrations, systemActor } from '@janela/platform';
import { FaultProxy, freshDatabase, testServers } from '@janela/testing';

import { exampleMigrations } from './example/example.module.ts';
import { Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await Example.start({ JANELA_STATEMENT_TIMEOUT_MS: '300' });
});
afterAll(() => example.stop());

const actor = systemActor('example');
const misbehave = (how: string) => example.call('POST', `/v1/notes/misbehave/${how}`);

function write(title: string, stars = 0) {
  const headers = { 'idempotency-key': `${title}-${stars}`.replaceAll(' ', '-') };
  return example.call('POST', '/v1/notes', { body: { areaCode: 'ZM104', title, stars }, headers });
}

describe('a transaction', () => {
  it('cannot write when it was opened to read', async () => {
    const database = example.service.app.get(Database, { strict: false });
    await expect(
      database.read(actor, (tx) => tx.query(`INSERT INTO notes (area_code, title) VALUES ('ZM', 'x')`)),
    ).rejects.toThrow(/read-only/);
  });

  it('undoes everything when the work throws', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const work = database.write(actor, async (tx) => {
      await tx.query(`INSERT INTO notes (area_code, title) VALUES ('ZM', 'never')`);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await database.read(actor, (tx) => tx.query(`SELECT FROM notes WHERE title = 'never'`))).toEqual([]);
  });

  it('has a savepoint where the work opens a transaction of its own', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const titles = await database.write(actor, async (tx) => {
      await tx.query(`INSERT INTO notes (area_code, title) VALUES ('ZM', 'outside')`);
      const inside = tx.transaction(async (nested) => {
        await nested.query(`INSERT INTO notes (area_code, title) VALUES ('ZM', 'inside')`);
        throw new Error('only this one');
      });
      await inside.catch(() => undefined);
      return tx.query(`SELECT title FROM notes WHERE title IN ('outside', 'inside')`);
    });
    expect(titles).toEqual([{ title: 'outside' }]);
    expect(await example.database.dataSource.query('SELECT 1 AS fine')).toEqual([{ fine: 1 }]);
  });

  it('takes an actor by any name', async () => {
    const database = example.service.app.get(Database, { strict: false });
    for (const id of ["O'Neill", String.raw`back\slash`, '"; DROP TABLE notes; --', 'é🌍']) {
      const rows = await database.read({ ...actor, id }, (tx) =>
        tx.query(`SELECT current_setting('janela.actor') AS id`),
      );
      expect(rows).toEqual([{ id }]);
    }
  });

  it('names itself to the database', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const rows = await database.read(actor, (tx) =>
      tx.query(
        `SELECT current_setting('application_name') AS name, current_setting('janela.actor') AS actor, current_setting('lock_timeout') AS lock`,
      ),
    );
    expect(rows).toEqual([{ name: 'janela-example', actor: 'system:example', lock: '10s' }]);
  });
});

describe('what the database refuses', () => {
  it('comes out as a refusal without its words', async () => {
    expect((await write('Once')).status).toBe(201);
    const twice = await write('Once', 1);
    expect(twice).toMatchObject({ status: 409, body: { code: 'request.already_exists' } });
    expect(JSON.stringify(twice.body)).not.toMatch(/notes_title_once|Key|duplicate/);
    expect(await write('Six stars', 6)).toMatchObject({ status: 422, body: { code: 'request.breaks_rule' } });
    expect(await misbehave('nul')).toMatchObject({ status: 400, body: { code: 'request.unstorable_value' } });
  });

  it('may be tried again when it was only slow', async () => {
    const answer = await misbehave('sleep');
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.too_slow' } });
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('is our own mistake when it is one, and then says nothing but where to look', async () => {
    for (const how of ['table', 'anything else']) {
      const answer = await misbehave(encodeURIComponent(how));
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({
        type: 'urn:janela:problem:service.internal_error',
        title: 'Something went wrong on our side',
        status: 500,
        code: 'service.internal_error',
        instance: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    }
  });
});

describe('a database that goes away', () => {
  it('is a passing trouble for the caller and for readiness, and no reason to be restarted', async () => {
    const server = new URL(testServers().postgresUrl);
    const network = await FaultProxy.before(Number(server.port), server.hostname);
    const behind = await Example.start(
      {},
      (url) => Object.assign(new URL(url), { host: `127.0.0.1:${network.port}` }).href,
    );
    expect((await behind.call('GET', '/v1/notes')).status).toBe(200);

    network.cut();
    const answer = await behind.call('GET', '/v1/notes');
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.database_unreachable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    const failing = { status: 'failing', checks: { database: 'failing' } };
    expect(await behind.fetch('/health/ready')).toMatchObject({ status: 503, body: failing });
    expect((await behind.fetch('/health/live')).status).toBe(200);

    network.heal();
    expect((await behind.call('GET', '/v1/notes')).status).toBe(200);
    expect(await behind.fetch('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
    await behind.stop();
    await network.close();
  });
});

describe('migrating', () => {
  it('runs once, however many start it at the same time, and can be undone', async () => {
    const database = await freshDatabase([]);
    const runs = await Promise.all(
      [1, 2, 3].map(() => migrate(migratorDataSource(database.migratorUrl, exampleMigrations))),
    );
    expect(runs.flat()).toEqual(exampleMigrations.map(({ name }) => name));
    const again = migratorDataSource(database.migratorUrl, exampleMigrations);
    expect(await migrate(again)).toEqual([]);
    await again.initialize();
    for (let left = exampleMigrations.length; left > 0; left -= 1) await again.undoLastMigration();
    expect(
      await again.query(`SELECT relname FROM pg_class WHERE relname IN ('notes', 'audit_entries', 'idempotency_keys')`),
    ).toEqual([]);
    await again.destroy();
    await database.drop();
  });

  it('sees the rows of every area', async () => {
    await write('Seen by a migration');
    const migrator = migratorDataSource(example.database.migratorUrl, platformMigrations);
    await migrator.initialize();
    const [row] = await migrator.query<{ count: string }[]>('SELECT count(*) FROM notes');
    await migrator.destroy();
    expect(Number(row?.count)).toBeGreaterThan(0);
  });

  it('leaves the application no way to rewrite what must stay', async () => {
    const { dataSource } = example.database;
    for (const statement of [
      'UPDATE audit_entries SET actor = NULL',
      'DELETE FROM audit_entries',
      'TRUNCATE audit_entries',
      'DELETE FROM audit_seals',
      'UPDATE idempotency_keys SET answer = NULL',
    ]) {
      await expect(dataSource.query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});
