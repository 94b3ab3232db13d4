import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Example } from './start-example.ts';

let example: Example;
let id: unknown;
beforeAll(async () => {
  example = await Example.start();
  for (let number = 1; number <= 7; number += 1) {
    const { body } = await example.call('POST', '/v1/notes', {
      body: { areaCode: 'ZM104', title: `Note ${number}` },
      headers: { 'idempotency-key': `note-${number}` },
    });
    id = body.id;
  }
});
afterAll(() => example.stop());

const rename = (title: string, headers: Record<string, string>) =>
  example.call('PATCH', `/v1/notes/${id}`, { body: { title }, headers });

describe('a change', () => {
  it('is made to the version that was seen, and says the next one', async () => {
    const seen = await example.call('GET', `/v1/notes/${id}`);
    expect(seen.headers.get('etag')).toBe('"1"');
    const changed = await rename('Renamed', { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { title: 'Renamed', version: 2 } });
    expect(changed.headers.get('etag')).toBe('"2"');
  });

  it('is refused without a version', async () => {
    expect(await rename('Blindly', {})).toMatchObject({ status: 428, body: { code: 'request.missing_version' } });
  });

  it.each(['2', 'W/"2"', '*', '"1", "2"', '"two"', '"-1"', '""', '"1e3"'])(
    'is refused when the version is said as %s',
    async (tag) => {
      expect(await rename('Wrongly', { 'if-match': tag })).toMatchObject({
        status: 400,
        body: { code: 'request.bad_version' },
      });
    },
  );

  it.each([
    ['another area', () => id],
    ['no area at all', () => randomUUID()],
  ])('of what is in %s is not found, whatever is wrong with its version', async (_where, whose) => {
    const claims = { areas: ['ZM102'] };
    for (const headers of [undefined, { 'if-match': '*' }, { 'if-match': '"1"' }])
      expect(
        await example.call('PATCH', `/v1/notes/${whose()}`, {
          body: { title: 'From elsewhere' },
          claims,
          ...(headers && { headers }),
        }),
      ).toMatchObject({ status: 404, body: { code: 'example.note_not_found' } });
  });

  it.each(['{"title":', '{"title":"a","title":"b"}', '{"title":7}'])(
    'is refused to a caller who may not make it before anything else is said of it: %s',
    async (body) => {
      const token = await example.issuer.token({ roles: ['caseworker'] });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await example.fetch(`/v1/notes/${id}`, { method: 'PATCH', headers, body });
      expect(answer).toMatchObject({ status: 403, body: { code: 'access.not_allowed' } });
      const anonymous = { 'content-type': 'application/json' };
      expect(await example.fetch(`/v1/notes/${id}`, { method: 'PATCH', headers: anonymous, body })).toMatchObject({
        status: 401,
      });
    },
  );

  it('that comes too late gets the current version', async () => {
    const late = await rename('Too late', { 'if-match': '"1"' });
    expect(late).toMatchObject({ status: 412, body: { code: 'request.stale_version', currentVersion: 2 } });
    expect(late.headers.get('etag')).toBe('"2"');
  });

  it('is won by one of two who saw the same', async () => {
    const both = await Promise.all([rename('Mine', { 'if-match': '"2"' }), rename('Yours', { 'if-match': '"2"' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('a list', () => {
  async function titles(path: string): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let next: unknown = ''; next !== null;) {
      const after = next === '' ? '' : `&after=${encodeURIComponent(String(next))}`;
      const { status, body } = await example.call('GET', `${path}${after}`);
      expect(status).toBe(200);
      all.push(...(body.items as { title: string }[]).map(({ title }) => title));
      next = body.next;
    }
    return all;
  }

  it.each([1, 2, 3, 6, 7, 8])('gives every item once and in order, %i at a time', async (limit) => {
    const all = await titles(`/v1/notes?limit=${limit}`);
    expect(all.slice(0, 6)).toEqual(['Note 1', 'Note 2', 'Note 3', 'Note 4', 'Note 5', 'Note 6']);
    expect(all).toHaveLength(7);
  });

  it('ends with no cursor', async () => {
    expect((await example.call('GET', '/v1/notes?limit=7')).body.next).toBeNull();
  });

  it('refuses a cursor that it did not give out, changed or made up', async () => {
    const { body } = await example.call('GET', '/v1/notes?limit=1');
    const cursor = String(body.next);
    const changed = [...cursor].map((letter, at) => (at === 20 ? (letter === 'A' ? 'B' : 'A') : letter)).join('');
    const madeUp = Buffer.from(JSON.stringify([id])).toString('base64url');
    for (const bad of [changed, madeUp, cursor.slice(0, -4), `${cursor}AAAA`, 'x', '%00', cursor.toUpperCase()]) {
      const answer = await example.call('GET', `/v1/notes?limit=1&after=${bad}`);
      expect(answer.status).toBe(400);
      expect(answer.body.code).toBe(bad === '%00' ? 'request.forbidden_character' : 'request.bad_cursor');
    }
  });

  it('does not give anything away by its cursors', async () => {
    const { body } = await example.call('GET', '/v1/notes?limit=1');
    const items = body.items as { id: string }[];
    expect(Buffer.from(String(body.next), 'base64url').toString('latin1')).not.toContain(items[0]?.id);
  });
});
