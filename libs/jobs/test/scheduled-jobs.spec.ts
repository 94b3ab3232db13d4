import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withTraceparent } from '@janela/platform';
import { FaultProxy, type FreshDatabase, freshDatabase, ScriptProcess, testServers } from '@janela/testing';
import { Redis } from 'ioredis';

import { keyOf } from '../src/job.ts';
import {
  AskPatiently,
  CloseDay,
  hanging,
  type Notebook,
  notebookJobs,
  notebookMigrations,
  startNotebook,
  TickClock,
  WriteNote,
} from './notebook.ts';

// Real back-offs are waited for, and a whole service is started for each of these.
jest.setTimeout(60_000);

const { redisUrl } = testServers();
const weekAgo = () => new Date(Date.now() - 7 * 86_400_000);

let database: FreshDatabase;
let open: Notebook[];
const notebook = async (options?: Parameters<typeof startNotebook>[1], redis = redisUrl): Promise<Notebook> => {
  const started = await startNotebook({ databaseUrl: database.url, redisUrl: redis }, options);
  open.push(started);
  return started;
};

beforeEach(async () => {
  open = [];
  database = await freshDatabase(notebookMigrations);
});
afterEach(async () => {
  await Promise.all(open.map(({ close }) => close()));
  await forgetReminders();
  await database.drop();
});

type Row = { attempts: number; done: boolean; failed: boolean; last_error: string | null; due_at: Date };
const rows = (): Promise<Row[]> =>
  database.dataSource.query(`
    SELECT attempts, done_at IS NOT NULL AS done, failed_at IS NOT NULL AS failed, last_error, due_at
    FROM due_work ORDER BY due_at, id`);
const notes = (): Promise<{ note_id: string; attempt: number; due_at: Date; trace_id: string | null }[]> =>
  database.dataSource.query('SELECT * FROM notes ORDER BY due_at');
const notesById = async () => Map.groupBy(await notes(), ({ note_id }) => note_id);

/** Waits for something to become true; the spec's own time limit is the only clock. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}
const allSettled = () => until(async () => (await rows()).every(({ done, failed }) => done || failed));

async function isSleeping(): Promise<boolean> {
  const sql = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
  return (await database.dataSource.query<unknown[]>(sql)).length > 0;
}

/** What a flushed Redis means for this installation: every key of it is gone. */
async function forgetReminders(): Promise<number> {
  const redis = new Redis(redisUrl);
  const [{ name } = { name: '' }] = await database.dataSource.query<{ name: string }[]>(
    'SELECT current_database() AS name',
  );
  const keys = await redis.keys(`janela:${name}:*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
  return keys.length;
}

const manner = (how: string, noteId: string = randomUUID()) => ({ noteId, manner: how });

describe('due work', () => {
  it('is done once it is due, with what its transaction knew', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('well');
    const at = new Date(Date.now() + 300);

    await write((tx) => scheduler.schedule(tx, WriteNote, ids, at));
    await allSettled();

    expect(await notes()).toMatchObject([{ note_id: ids.noteId, attempt: 1, due_at: at }]);
    const [{ done_at }] = await database.dataSource.query('SELECT done_at FROM due_work');
    expect(done_at.getTime()).toBeGreaterThanOrEqual(at.getTime());
  });

  it('belongs to the trace of what made it necessary', async () => {
    const { scheduler, write } = await notebook();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

    await withTraceparent(`00-${traceId}-00f067aa0ba902b7-01`, () =>
      write((tx) => scheduler.schedule(tx, WriteNote, manner('well'))),
    );
    await allSettled();

    expect(await notes()).toMatchObject([{ trace_id: traceId }]);
  });

  it('of a job that this release does not know is left to the one that does', async () => {
    await database.dataSource.query(
      `INSERT INTO due_work (name, key, ids, due_at, next_at) VALUES ('notebook.bind-volumes', '', '{}', now(), now())`,
    );
    const { jobs } = await notebook();
    await jobs.enqueue(WriteNote, manner('well'));
    await until(async () => (await notes()).length === 1);

    expect(await rows()).toContainEqual(expect.objectContaining({ done: false, failed: false, attempts: 0 }));
  });

  it('does not exist when its transaction is undone', async () => {
    const { scheduler, write } = await notebook();
    const undone = write(async (tx) => {
      await scheduler.schedule(tx, WriteNote, manner('well'));
      throw new Error('Changed my mind');
    });

    await expect(undone).rejects.toThrow('Changed my mind');
    expect(await rows()).toEqual([]);
  });

  it('is refused outside of a transaction', async () => {
    const { scheduler } = await notebook();

    await expect(scheduler.schedule(database.dataSource.manager, WriteNote, manner('well'))).rejects.toThrow(
      'notebook.write-note is made due inside a transaction',
    );
  });

  it('of the same ids is moved, not doubled, while it waits', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('well');

    await write((tx) => scheduler.schedule(tx, WriteNote, ids, new Date('2100-01-01T00:00:00Z')));
    await write((tx) => scheduler.schedule(tx, WriteNote, ids, weekAgo()));
    await allSettled();

    expect(await notes()).toHaveLength(1);
  });

  it('can be moved while it is being done, without waiting, and is then done at that time too', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('takes-a-while');
    const [first, second] = [weekAgo(), new Date(Date.now() - 1_000)];

    await write((tx) => scheduler.schedule(tx, WriteNote, ids, first));
    await until(isSleeping);
    await write((tx) => scheduler.schedule(tx, WriteNote, ids, second));
    const whenMoved = await notes();
    await allSettled();

    expect(whenMoved).toEqual([]);
    expect((await notes()).map(({ due_at }) => due_at)).toEqual([first, second]);
  });

  it('that makes itself due again waits for that', async () => {
    const { jobs } = await notebook();

    await jobs.enqueue(AskPatiently, { noteId: randomUUID() });
    await until(async () => (await notes()).length > 0);

    expect(await rows()).toMatchObject([{ done: false, attempts: 0, due_at: new Date('2100-01-01T00:00:00Z') }]);
  });

  it('can be cancelled while it waits', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('well');
    await write((tx) => scheduler.schedule(tx, WriteNote, ids, new Date('2100-01-01T00:00:00Z')));

    expect(await write((tx) => scheduler.cancel(tx, WriteNote, ids))).toBe(true);
    expect(await write((tx) => scheduler.cancel(tx, WriteNote, ids))).toBe(false);
    expect(await rows()).toEqual([]);
  });

  it('begins at once when it is enqueued', async () => {
    const { jobs } = await notebook({ sweepEveryMs: 3_600_000 });

    await jobs.enqueue(WriteNote, manner('well'));
    await allSettled();

    expect(await notes()).toHaveLength(1);
  });

  it('is done once however many want it before it begins', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('well');
    const at = new Date(Date.now() + 1_000);

    await Promise.all(Array.from({ length: 10 }, () => write((tx) => scheduler.schedule(tx, WriteNote, ids, at))));
    await allSettled();

    expect(await notes()).toHaveLength(1);
  });

  it('leaves nothing in Redis but the id of its row', async () => {
    const { scheduler, write } = await notebook({ sweepEveryMs: 5_000 });
    await write((tx) => scheduler.schedule(tx, WriteNote, manner('well'), new Date(Date.now() + 4_000)));
    await (await notebook({ sweepEveryMs: 5_000 })).close();
    const [{ id, version, name }] = await database.dataSource.query(
      'SELECT id, version, current_database() AS name FROM due_work',
    );

    const redis = new Redis(redisUrl);
    const reminder = await redis.hgetall(`janela:${name}:notebook:${id}.${version}`);
    redis.disconnect();

    expect(reminder).toMatchObject({ name: 'notebook.write-note', data: JSON.stringify({ id }) });
  });
});

describe('a failing job', () => {
  it('is tried again, and what it wrote the first time is gone', async () => {
    const { jobs } = await notebook();

    await jobs.enqueue(WriteNote, manner('breaks-once'));
    await allSettled();

    expect(await notes()).toMatchObject([{ attempt: 2 }]);
    expect(await rows()).toMatchObject([{ done: true, attempts: 2 }]);
  });

  it('fails for good after its last attempt, and says so in its metrics and its row, without words that may quote a person', async () => {
    const { jobs, metrics } = await notebook();

    await jobs.enqueue(WriteNote, manner('breaks'));
    await allSettled();

    expect(await notes()).toEqual([]);
    expect(await rows()).toMatchObject([{ done: false, failed: true, attempts: 2, last_error: 'TypeError' }]);
    const text = await metrics.registry.metrics();
    expect(text).toContain('janela_jobs_failed{job="notebook.write-note"} 1');
    expect(text).toContain('janela_job_attempt_seconds_count{job="notebook.write-note",outcome="retried"} 1');
    expect(text).toContain('janela_job_attempt_seconds_count{job="notebook.write-note",outcome="failed"} 1');
  });

  it('is not tried again when it was refused', async () => {
    const { jobs } = await notebook();

    await jobs.enqueue(WriteNote, manner('is-refused'));
    await allSettled();

    expect(await rows()).toMatchObject([
      { failed: true, attempts: 1, last_error: 'NoteRefused notebook.note_refused' },
    ]);
  });

  it('fails for good when every attempt at it ends the process', async () => {
    const { scheduler, write } = await notebook();
    const ids = manner('well');
    await write(async (tx) => {
      await scheduler.schedule(tx, WriteNote, ids, weekAgo());
      await tx.query('UPDATE due_work SET attempts = 2');
    });
    await allSettled();

    expect(await notes()).toEqual([]);
    expect(await rows()).toMatchObject([{ failed: true, last_error: 'Interrupted' }]);
  });

  it.each([
    ['it was refused', 'is-refused', 0, 1],
    ['its last attempt broke', 'breaks', 1, 2],
    ['every attempt ended the process', 'well', 2, 3],
  ])('is ended once by its own handler, when %s', async (_why, how, attempts, last) => {
    const { scheduler, write } = await notebook();
    const ids = manner(how);
    await write(async (tx) => {
      await scheduler.schedule(tx, WriteNote, ids, weekAgo());
      await tx.query('UPDATE due_work SET attempts = $1', [attempts]);
    });
    await allSettled();

    expect(await database.dataSource.query('SELECT note_id, attempt FROM given_up')).toEqual([
      { note_id: ids.noteId, attempt: last },
    ]);
    expect(await rows()).toMatchObject([{ failed: true }]);
  });

  it('has failed also where it cannot be ended', async () => {
    const { jobs } = await notebook();
    await jobs.enqueue(WriteNote, manner('is-refused-twice'));
    await allSettled();

    expect(await database.dataSource.query('SELECT FROM given_up')).toEqual([]);
    expect(await rows()).toMatchObject([{ failed: true, attempts: 1 }]);
  });

  it('can be made due again', async () => {
    const { jobs } = await notebook();
    const noteId = randomUUID();
    await jobs.enqueue(WriteNote, manner('is-refused', noteId));
    await allSettled();

    await jobs.enqueue(WriteNote, manner('is-refused', noteId));
    await allSettled();

    expect(await rows()).toHaveLength(2);
  });
});

describe('when something breaks', () => {
  it('a Redis that lost everything loses nothing', async () => {
    const { scheduler, write } = await notebook({ sweepEveryMs: 200 });
    const all = Array.from({ length: 200 }, () => manner('well'));
    await write((tx) => scheduler.scheduleAll(tx, WriteNote, all, new Date(Date.now() + 500)));

    let lost = 0;
    while ((await notes()).length < all.length) {
      if (lost < 3 && (await forgetReminders()) > 0) lost += 1;
      await sleep(150);
    }
    await allSettled();

    expect(lost).toBe(3);
    expect(new Set((await notes()).map(({ note_id }) => note_id)).size).toBe(all.length);
    expect(await notes()).toHaveLength(all.length);
  });

  it('work waits in the database while Redis is away, and is done when it is back', async () => {
    const network = await FaultProxy.before(Number(new URL(redisUrl).port), new URL(redisUrl).hostname);
    const { scheduler, write } = await notebook({}, `redis://127.0.0.1:${network.port}`);
    network.cut();
    const all = Array.from({ length: 20 }, () => manner('well'));
    await write((tx) => scheduler.scheduleAll(tx, WriteNote, all));
    await sleep(500);
    const whileAway = await notes();

    network.heal();
    await allSettled();

    expect(whileAway).toEqual([]);
    expect(await notes()).toHaveLength(all.length);
    await Promise.all(open.splice(0).map(({ close }) => close()));
    await network.close();
  });

  it('a process killed in the middle of its work leaves nothing behind, and another does the work once', async () => {
    const process = ScriptProcess.start(new URL('notebook-process.ts', import.meta.url), {
      env: { DATABASE_URL: database.url, REDIS_URL: redisUrl },
    });
    await process.line(/notebook is open/);
    const ids = manner('hangs');
    await database.dataSource.query(
      `INSERT INTO due_work (name, key, ids, due_at, next_at) VALUES ($1, 'x', $2, now(), now())`,
      [WriteNote.name, ids],
    );
    await process.line(new RegExp(hanging));
    await process.kill();
    await database.dataSource.query(`UPDATE due_work SET ids = $1`, [{ ...ids, manner: 'well' }]);

    await notebook();
    await allSettled();

    expect(await notes()).toMatchObject([{ note_id: ids.noteId, attempt: 2 }]);
  });

  it('a service that is asked to stop finishes what it has begun', async () => {
    const { scheduler, write } = await notebook();
    await write((tx) => scheduler.schedule(tx, WriteNote, manner('takes-a-while')));
    await until(isSleeping);

    await open.pop()?.close();

    expect(await rows()).toMatchObject([{ done: true, attempts: 1 }]);
    expect(await notes()).toHaveLength(1);
  });

  it('work that is delivered by several instances at once is done once', async () => {
    const instances = await Promise.all(Array.from({ length: 3 }, () => notebook({ remindAgainAfterMs: 0 })));
    const all = Array.from({ length: 50 }, () => manner('well'));

    await instances[0]?.write((tx) => instances[0]?.scheduler.scheduleAll(tx, WriteNote, all) ?? Promise.resolve());
    await allSettled();
    await sleep(500);

    expect([...(await notesById()).values()].map(({ length }) => length)).toEqual(all.map(() => 1));
  });

  it('a week away is made up for, each missed work once', async () => {
    const all = Array.from({ length: 30 }, (_, hour) => ({
      ids: manner('well'),
      at: new Date(weekAgo().getTime() + hour * 3_600_000),
    }));
    for (const { ids, at } of all) {
      await database.dataSource.query(
        'INSERT INTO due_work (name, key, ids, due_at, next_at) VALUES ($1, $2, $3, $4, $4)',
        [WriteNote.name, keyOf(ids), ids, at],
      );
    }

    await notebook();
    await allSettled();

    expect([...(await notesById()).values()].map(({ length }) => length)).toEqual(all.map(() => 1));
  });
});

describe('a job that recurs', () => {
  const recurring = { jobs: [...notebookJobs, TickClock] };
  const ticks = async (): Promise<number[]> => {
    const all = await database.dataSource.query<{ due_at: Date }[]>('SELECT due_at FROM ticks ORDER BY due_at');
    return all.map(({ due_at }) => due_at.getTime());
  };

  it('is done once for each of its times, however many instances there are', async () => {
    await Promise.all([notebook(recurring), notebook(recurring)]);
    await until(async () => (await ticks()).length >= 2);

    const times = await ticks();
    expect(new Set(times).size).toBe(times.length);
    expect(times.every((time) => time % 1_000 === 0)).toBe(true);
  });

  it('goes on after a time that failed for good', async () => {
    await notebook(recurring);
    await until(async () => (await rows()).filter(({ failed }) => failed).length >= 2);

    expect((await rows()).filter(({ done, failed }) => !done && !failed)).toHaveLength(1);
  });

  it('makes up for a week away by one run', async () => {
    const missed = new Date(Math.floor(weekAgo().getTime() / 2_000) * 2_000 + 1_000);
    await database.dataSource.query(
      `INSERT INTO due_work (name, key, ids, due_at, next_at) VALUES ($1, '', '{}', $2, $2)`,
      [TickClock.name, missed],
    );

    await notebook(recurring);
    await until(async () => (await ticks()).length >= 2);

    const [first, second = 0] = await ticks();
    expect(first).toBe(missed.getTime());
    expect(second).toBeGreaterThan(missed.getTime() + 6 * 86_400_000);
  });

  it('comes by the clock of the country, west of Greenwich and east of it', async () => {
    for (const [timeZone, utcHour] of [
      ['America/La_Paz', 4],
      ['Africa/Lusaka', 22],
    ] as const) {
      const { close } = await startNotebook(
        { databaseUrl: database.url, redisUrl, timeZone },
        { jobs: [...notebookJobs, CloseDay] },
      );
      await close();
      const [due] = await rows();
      expect([due?.due_at.getUTCHours(), due?.due_at.getUTCMinutes()]).toEqual([utcHour, 10]);
    }
  });

  it('ticks again after Redis lost its scheduler', async () => {
    await notebook(recurring);
    await until(async () => (await ticks()).length >= 1);
    await forgetReminders();
    const before = (await ticks()).length;

    await until(async () => (await ticks()).length > before);

    expect(new Set(await ticks()).size).toBe((await ticks()).length);
  });
});
