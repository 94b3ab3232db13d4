import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  Audit,
  type AuditEntry,
  AuditSealer,
  Cipher,
  Database,
  personal,
  platformMigrations,
  type Reading,
  systemActor,
  verifyAudit,
} from '@janela/platform';
import { freshDatabase, type FreshDatabase, testServers } from '@janela/testing';
import pg from 'pg';

Logger.overrideLogger(false);

const cipher = new Cipher([{ id: 'k1', key: Buffer.alloc(32, 1) }]);
const audit = new Audit(cipher);
const amina: Actor = { id: 'amina', name: 'Amina Banda', kind: 'person', roles: ['supervisor'], areas: ['ZM'] };

let fresh: FreshDatabase;
let database: Database;
let sealer: AuditSealer;
/** The one who could change anything: the superuser of the database. */
let tamperer: pg.Client;

beforeEach(async () => {
  fresh = await freshDatabase(platformMigrations);
  database = new Database(fresh.dataSource, cipher);
  sealer = new AuditSealer(fresh.dataSource);
  const url = new URL(testServers().postgresUrl);
  url.pathname = new URL(fresh.url).pathname;
  tamperer = new pg.Client({ connectionString: url.href });
  await tamperer.connect();
  for (let number = 1; number <= 6; number += 1) {
    await write({
      action: 'household.moved',
      subject: `household:${number}`,
      details: { from: 'ZM104005', to: 'ZM104011' },
    });
  }
  await sealer.seal();
});
afterEach(async () => {
  await tamperer.end();
  await fresh.drop();
});

function write(...entries: AuditEntry[]): Promise<void> {
  return database.write(amina, (tx) => audit.addAll(tx, amina, entries));
}

const verify = (options = {}) => verifyAudit(fresh.dataSource, options);

describe('what an actor was shown', () => {
  const entryAbout = (subject: string) => database.read(amina, (tx) => audit.about(tx, subject, 1));
  const note = (reading: Reading) => database.write(amina, (tx) => audit.noteShown(tx, amina, reading));

  it('is on record as read, of one record', async () => {
    await note({ kind: 'enrolment', shown: { id: 'e1', householdId: 'h1' } });
    expect(await entryAbout('enrolment:e1')).toMatchObject([
      { action: 'enrolment.read', actor: 'amina', details: { householdIds: ['h1'] } },
    ]);
  });

  it('is on record as listed, with what was asked for and each household once', async () => {
    const shown = [{ id: 'e1', householdId: 'h1' }, { id: 'e2', householdId: 'h1' }, { id: 'e3' }];
    await note({ kind: 'enrolment', shown, asked: { state: 'active' } });
    expect(await entryAbout('list:enrolment')).toMatchObject([
      {
        action: 'enrolment.listed',
        details: { asked: { state: 'active' }, ids: ['e1', 'e2', 'e3'], householdIds: ['h1'] },
      },
    ]);
  });

  it('is on record under the subject and action that are given, also where nothing was found', async () => {
    await note({ kind: 'people', shown: [], action: 'people.searched', subject: 'register:people' });
    expect(await entryAbout('register:people')).toMatchObject([{ action: 'people.searched', details: { ids: [] } }]);
  });

  it('is encrypted where it is sensitive', async () => {
    await note({ kind: 'case', shown: [{ id: 'case-1', householdId: 'household-1' }], isSensitive: true });
    const [entry] = await entryAbout('list:case');
    expect(JSON.stringify(entry?.details)).not.toMatch(/case-1|household-1/);
    expect(audit.reveal(entry?.details)).toEqual({ sealed: { ids: ['case-1'], householdIds: ['household-1'] } });
  });
});

describe('an audit trail', () => {
  it('is intact when it was not changed', async () => {
    expect(await verify()).toEqual({ intact: true, sealed: 6n, anchor: expect.stringMatching(/^6:[0-9a-f]{64}$/) });
  });

  it('has an entry if and only if the change was made', async () => {
    const change = database.write(amina, async (tx) => {
      await audit.add(tx, amina, { action: 'household.closed', subject: 'household:7' });
      throw new Error('not done after all');
    });
    await expect(change).rejects.toThrow('not done after all');
    await sealer.seal();
    expect(await verify({ sealedWithinMs: 0 })).toMatchObject({ intact: true, sealed: 6n });
  });

  it('grows while many write and several seal, and stays one chain', async () => {
    const others = [sealer, new AuditSealer(fresh.dataSource), new AuditSealer(fresh.dataSource)];
    const writers = Array.from({ length: 40 }, (_, number) =>
      write({ action: 'household.read', subject: `household:${number}` }),
    );
    await Promise.all([...writers, ...others.map((other) => other.seal())]);
    await sealer.seal();
    expect(await verify({ sealedWithinMs: 0 })).toMatchObject({ intact: true, sealed: 46n });
  });

  it('chains what was committed late after what was committed before it', async () => {
    const slow = fresh.dataSource.createQueryRunner();
    await slow.startTransaction();
    await audit.add(slow.manager, amina, { action: 'household.closed', subject: 'household:early' });
    await write({ action: 'household.closed', subject: 'household:late' });
    await sealer.seal();
    await slow.commitTransaction();
    await slow.release();
    await sealer.seal();
    expect(await verify({ sealedWithinMs: 0 })).toMatchObject({ intact: true, sealed: 8n });
  });

  it('keeps personal values encrypted, and returns them to a caller who may read them', async () => {
    const details = { phone: personal('+260971234567'), before: [{ name: personal('Chanda Mwape') }], stars: 3n };
    await write({ action: 'payee.changed', subject: 'household:9', details });
    const { rows } = await tamperer.query('SELECT details::text FROM audit_entries ORDER BY id DESC LIMIT 1');
    expect(rows[0]).not.toMatchObject({ details: expect.stringMatching(/260971234567|Chanda/) });
    const [entry] = await database.read(amina, (tx) => audit.about(tx, 'household:9', 10));
    expect(entry).toMatchObject({ actor: 'amina', actorKind: 'person', action: 'payee.changed' });
    expect(audit.reveal(entry?.details)).toEqual({
      phone: '+260971234567',
      before: [{ name: 'Chanda Mwape' }],
      stars: '3',
    });
  });

  it('lists what was done to a subject, the latest first, a page at a time', async () => {
    await write(
      ...['read', 'moved', 'closed'].map((verb) => ({ action: `household.${verb}`, subject: 'household:10' })),
    );
    const page = await database.read(amina, (tx) => audit.about(tx, 'household:10', 2));
    expect(page.map(({ action }) => action)).toEqual(['household.closed', 'household.moved']);
    const next = await database.read(amina, (tx) => audit.about(tx, 'household:10', 2, page[1]?.id));
    expect(next.map(({ action }) => action)).toEqual(['household.read']);
  });

  it('is written for a service too', async () => {
    const service = systemActor('registry');
    await database.write(service, (tx) =>
      audit.add(tx, service, { action: 'household.merged', subject: 'household:2' }),
    );
    await sealer.seal();
    expect(await verify({ sealedWithinMs: 0 })).toMatchObject({ intact: true, sealed: 7n });
  });
});

describe('tampering', () => {
  it.each([
    [
      'one byte of the details',
      `UPDATE audit_entries SET details = jsonb_set(details, '{to}', '"ZM104012"') WHERE id = 3`,
    ],
    ['the actor', `UPDATE audit_entries SET actor = 'bwalya' WHERE id = 3`],
    ['the time, by a microsecond', `UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE id = 3`],
    ['a missing trace id', `UPDATE audit_entries SET trace_id = '' WHERE id = 3`],
    ['the hash of the seal', `UPDATE audit_seals SET hash = sha256('x') WHERE entry_id = 3`],
  ])('with %s is found, and the entry is named', async (_what, statement) => {
    await tamperer.query(statement);
    expect(await verify()).toMatchObject({
      intact: false,
      sealed: 2n,
      broken: { kind: 'changed', number: 3n, entry: '3' },
    });
  });

  it('by taking out an entry is found', async () => {
    await tamperer.query('DELETE FROM audit_entries WHERE id = 4');
    expect(await verify()).toMatchObject({ intact: false, broken: { kind: 'missing', number: 4n, entry: '4' } });
  });

  it('by taking out an entry with its seal is found', async () => {
    await tamperer.query('DELETE FROM audit_entries WHERE id = 4; DELETE FROM audit_seals WHERE entry_id = 4');
    expect(await verify()).toMatchObject({ intact: false, broken: { kind: 'seal_missing', number: 4n } });
  });

  it('by taking out an entry and closing the gap is found', async () => {
    await tamperer.query(`DELETE FROM audit_entries WHERE id = 4; DELETE FROM audit_seals WHERE entry_id = 4;
      UPDATE audit_seals SET number = number - 1 WHERE number > 4`);
    expect(await verify()).toMatchObject({ intact: false, broken: { number: 4n, entry: '5' } });
  });

  it('by swapping what two entries say is found', async () => {
    await tamperer.query(
      `UPDATE audit_entries e SET subject = o.subject FROM audit_entries o WHERE (e.id, o.id) IN ((2, 5), (5, 2))`,
    );
    expect(await verify()).toMatchObject({ intact: false, broken: { kind: 'changed', number: 2n, entry: '2' } });
  });

  it('by swapping two places in the chain is found', async () => {
    await tamperer.query(`UPDATE audit_seals SET entry_id = -entry_id WHERE number IN (2, 5)`);
    await tamperer.query(`UPDATE audit_seals SET entry_id = 7 + entry_id WHERE number IN (2, 5)`);
    const verdict = await verify();
    expect(verdict).toMatchObject({ intact: false, broken: { kind: 'reordered', number: 2n, entry: '5' } });
    expect(verdict).toMatchObject({ broken: { says: 'Seal 2 was for entry 2; now it is said to be for entry 5' } });
  });

  it('by slipping in an entry that was never announced is found', async () => {
    await tamperer.query(`INSERT INTO audit_entries (actor, actor_kind, action, subject, details, at)
      VALUES ('eve', 'person', 'payment.approved', 'payment:1', '{}', now() - interval '1 hour')`);
    expect(await verify()).toMatchObject({ intact: false, broken: { kind: 'not_sealed', entry: '7' } });
  });

  it('by taking out an entry before it was sealed is found', async () => {
    await write({ action: 'payment.approved', subject: 'payment:1' });
    await tamperer.query('DELETE FROM audit_entries WHERE id = 7');
    await sealer.seal();
    expect(await verify()).toMatchObject({ intact: false, broken: { kind: 'missing', entry: '7' } });
  });

  it('by cutting off the end, or writing everything again, is found with an anchor that was noted', async () => {
    const before = await verify();
    const anchor = before.intact ? before.anchor : '';
    await tamperer.query('DELETE FROM audit_entries WHERE id > 4; DELETE FROM audit_seals WHERE number > 4');
    expect(await verify()).toMatchObject({ intact: true, sealed: 4n });
    expect(await verify({ anchor })).toMatchObject({ intact: false, broken: { kind: 'not_anchored', number: 6n } });

    await write({ action: 'x', subject: 'y:1' }, { action: 'x', subject: 'y:2' });
    await sealer.seal();
    expect(await verify({ anchor })).toMatchObject({ intact: false, broken: { kind: 'not_anchored', number: 6n } });
  });
});

describe('the command that verifies', () => {
  const cli = fileURLToPath(new URL('../src/audit/cli.ts', import.meta.url));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--conditions=source', cli, ...args]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );

  it('says that a trail is intact, up to where, and ends with 0', async () => {
    const { code, stdout } = await run('verify', fresh.url);
    expect(stdout).toMatch(/^test_\w+: intact, 6 entries\. Anchor 6:[0-9a-f]{64}\n$/);
    expect(code).toBe(0);
  });

  it('names what is broken and ends with 1', async () => {
    await tamperer.query(`UPDATE audit_entries SET actor = 'bwalya' WHERE id = 3`);
    const { code, stdout } = await run('verify', fresh.url);
    expect(stdout).toContain('BROKEN after 2 good entries. Entry 3 is not what was sealed as 3.');
    expect(code).toBe(1);
  });

  it('says what it needs when it is given nothing, or cannot connect, and ends with 2', async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: expect.stringContaining('Usage: audit verify') });
    expect(await run('verify', 'postgres://127.0.0.1:1/nothing')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('could not be checked'),
    });
  });
});
