import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appError, Database, systemActor } from '@janela/platform';

import { AnswersRetention } from '../src/idempotency/answers-retention.ts';
import type { Claims } from './issuer.ts';
import { type Answer, Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await Example.start({ JANELA_DATABASE_POOL: '20' });
});
afterAll(() => example.stop());

class Refused extends appError('example.refused', 409, 'Not this time') {}

function write(key: string | undefined, title: string, claims: Claims = {}): Promise<Answer> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return example.call('POST', '/v1/notes', { body: { areaCode: 'ZM104', title }, headers, claims });
}

async function count(title: string): Promise<number> {
  const database = example.service.app.get(Database, { strict: false });
  const rows = await database.read(systemActor('example'), (tx) =>
    tx.query<unknown[]>('SELECT FROM notes WHERE title = $1', [title]),
  );
  return rows.length;
}

describe('an Idempotency-Key', () => {
  it('gives the first answer again, and says that it does', async () => {
    const first = await write('again-1', 'Written once');
    const second = await write('again-1', 'Written once');
    expect(first.status).toBe(201);
    expect({ status: second.status, body: second.body }).toEqual({ status: first.status, body: first.body });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await count('Written once')).toBe(1);
  });

  it('does not mind in which order the body names its fields', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const one = await example.call('POST', '/v1/notes', { body: { areaCode: 'ZM104', title: 'In order' }, headers });
    const other = await example.call('POST', '/v1/notes', { body: { title: 'In order', areaCode: 'ZM104' }, headers });
    expect(other.body).toEqual(one.body);
  });

  it('is refused for another body', async () => {
    await write('reuse-1', 'The one');
    expect(await write('reuse-1', 'The other')).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
    expect(await count('The other')).toBe(0);
  });

  it('belongs to the caller who sends it', async () => {
    expect((await write('shared-1', 'Of Amina', { sub: 'amina' })).status).toBe(201);
    expect((await write('shared-1', 'Of Bwalya', { sub: 'bwalya' })).status).toBe(201);
  });

  it('is asked for where trying again would be dangerous', async () => {
    expect(await write(undefined, 'Unsafe')).toMatchObject({ status: 400, body: { code: 'idempotency.key_missing' } });
  });

  it('is asked for only after it is known that the caller may', async () => {
    const elsewhere = { body: { areaCode: 'ZM102', title: 'Elsewhere' }, claims: { areas: ['ZM104'] } };
    for (const headers of [undefined, { 'idempotency-key': 'a b' }])
      expect(await example.call('POST', '/v1/notes', { ...elsewhere, ...(headers && { headers }) })).toMatchObject({
        status: 403,
        body: { code: 'access.area_out_of_reach' },
      });
  });

  it.each([[' '], ['a b'], ['x'.repeat(129)], ['"quoted'], ['é']])('is refused when it is %j', async (key) => {
    expect(await write(key, 'Malformed')).toMatchObject({ status: 400 });
    expect(await count('Malformed')).toBe(0);
  });

  it('is the same with and without the quotes that the standard has around it', async () => {
    const bare = await write('quoted-1', 'Quoted');
    expect((await write('"quoted-1"', 'Quoted')).body).toEqual(bare.body);
  });

  it('sent ten times at once has one effect, and a caller who does not get the answer is asked to try again', async () => {
    for (let round = 0; round < 5; round += 1) {
      const title = `At once ${round}`;
      const answers = await Promise.all(Array.from({ length: 10 }, () => write(`at-once-${round}`, title)));
      const done = answers.filter(({ status }) => status === 201);
      const waiting = answers.filter(({ status }) => status === 409);
      expect(done.length + waiting.length).toBe(10);
      expect(new Set(done.map(({ body }) => body.id)).size).toBe(1);
      expect(
        waiting.every(
          ({ body, headers }) => body.code === 'idempotency.still_running' && headers.get('retry-after') === '1',
        ),
      ).toBe(true);
      expect(await count(title)).toBe(1);
      expect((await write(`at-once-${round}`, title)).body).toEqual(done[0]?.body);
    }
  });

  it('forgets a refusal, which changed nothing, so that it is judged again', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const actor = systemActor('example');
    const request = { key: 'refused-1', route: 'POST /v1/tries', body: {} };
    const refuse = () => Promise.reject(new Refused());
    await expect(database.once(actor, request, refuse)).rejects.toThrow(Refused);
    expect(await database.once(actor, request, () => Promise.resolve({ done: true }))).toEqual({ done: true });
    expect(await database.once(actor, request, refuse)).toEqual({ done: true });
  });

  it('keeps an answer without a body', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const request = { key: 'nothing-1', route: 'POST /v1/tries', body: null };
    expect(await database.once(systemActor('example'), request, () => Promise.resolve(undefined))).toBeUndefined();
    expect(await database.once(systemActor('example'), request, () => Promise.reject(new Refused()))).toBeUndefined();
  });

  it('does not leave the answer readable in the database', async () => {
    await write('sealed-1', 'Readable by no one');
    const rows = await example.database.dataSource.query<{ answer: string }[]>('SELECT answer FROM idempotency_keys');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ answer }) => answer === null || !answer.includes('Readable'))).toBe(true);
  });
});

describe('asking what became of an Idempotency-Key', () => {
  const asked = (key: string, title: string, claims: Claims = {}) =>
    example.call('POST', '/v1/notes', {
      body: { areaCode: 'ZM104', title },
      headers: { 'idempotency-key': key, 'idempotency-ask': '1' },
      claims,
    });

  it('gives the first answer again when it was done, and does nothing', async () => {
    const first = await write('asked-1', 'Done before');
    const answer = await asked('asked-1', 'Done before');
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 201, body: first.body });
    expect(await count('Done before')).toBe(1);
  });

  it('says that it was done also when the answer cannot be given again', async () => {
    await write('asked-2', 'Done as this');
    expect(await asked('asked-2', 'Asked as that')).toMatchObject({
      status: 409,
      body: { code: 'idempotency.key_done' },
    });
    expect(await count('Asked as that')).toBe(0);
  });

  it('gives up what never arrived, so that it is refused when it arrives late, and can be asked about again', async () => {
    const gone = { status: 409, body: { code: 'idempotency.key_void' } };
    expect(await asked('asked-3', 'Too late')).toMatchObject(gone);
    expect(await write('asked-3', 'Too late')).toMatchObject(gone);
    expect(await asked('asked-3', 'Too late')).toMatchObject(gone);
    expect(await count('Too late')).toBe(0);
    expect((await write('asked-3-new', 'Too late')).status).toBe(201);
  });

  it('gives up nothing of another caller', async () => {
    await asked('asked-4', 'Of one', { sub: 'amina' });
    expect((await write('asked-4', 'Of another', { sub: 'bwalya' })).status).toBe(201);
  });

  it('says that it is still being worked on while that is not known yet', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const actor = { ...systemActor('example'), id: 'amina' };
    let finish = () => {};
    const isRunning = new Promise<void>((started) => {
      void database.once(actor, { key: 'asked-5', route: 'POST /v1/notes', body: {} }, () => {
        started();
        return new Promise((done) => (finish = () => done({ done: true })));
      });
    });
    await isRunning;
    const answer = await asked('asked-5', 'Running', { sub: 'amina' });
    finish();
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency.still_running' } });
  });

  it('is refused by an address that takes no key, and does nothing there', async () => {
    const note = await write('asked-6', 'Unchanged');
    const renamed = await example.call('PATCH', `/v1/notes/${String(note.body.id)}`, {
      body: { title: 'Changed' },
      headers: { 'idempotency-key': 'asked-7', 'idempotency-ask': '1', 'if-match': note.headers.get('etag') ?? '' },
    });
    expect(renamed).toMatchObject({ status: 400, body: { code: 'idempotency.cannot_ask' } });
    expect(await count('Changed')).toBe(0);
  });

  it('comes to one end when it is asked while the request arrives', async () => {
    for (let round = 0; round < 10; round += 1) {
      const title = `Crossing ${round}`;
      const [answer, sent] = await Promise.all([asked(`crossing-${round}`, title), write(`crossing-${round}`, title)]);
      const last = await asked(`crossing-${round}`, title);
      const isDone = last.status === 201;
      expect(await count(title)).toBe(isDone ? 1 : 0);
      if (sent.status === 201) expect(isDone).toBe(true);
      if (answer.body.code === 'idempotency.key_void') expect(isDone).toBe(false);
    }
  });
});

describe('old answers', () => {
  it('are all deleted in one run, and those of the last 90 days are kept', async () => {
    const database = example.service.app.get(Database, { strict: false });
    const retention = example.service.app.get(AnswersRetention, { strict: false });
    await retention.forget();
    await database.write(systemActor('example'), (tx) =>
      tx.query(
        `INSERT INTO idempotency_keys (actor, route, key, body_hash, created_at)
         SELECT 'amina', 'POST /v1/notes', 'old-' || n, sha256('x'), now() - make_interval(days => 90, mins => CASE WHEN n > 25000 THEN -1 ELSE 1 END)
         FROM generate_series(1, 25001) AS n`,
      ),
    );
    expect(await retention.forget()).toBe(25_000);
    const left = await database.read(systemActor('example'), (tx) =>
      tx.query<{ key: string }[]>(`SELECT key FROM idempotency_keys WHERE key LIKE 'old-%'`),
    );
    expect(left).toEqual([{ key: 'old-25001' }]);
  });
});
