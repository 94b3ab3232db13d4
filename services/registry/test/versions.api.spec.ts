import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RegisteredHousehold } from '@janela/contracts';
import { fullHousehold, ifMatch, member } from '@janela/testing';

import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
let mine: RegisteredHousehold;
beforeAll(async () => {
  registry = await startRegistry();
  mine = (await registry.register(fullHousehold())).body;
});
afterAll(() => registry.stop());

const changes: [what: string, method: string, path: string, body: () => object][] = [
  ['a correction', 'PATCH', '', () => ({ reason: 'correction', address: 'By the lake' })],
  ['a new member', 'POST', '/members', () => ({ reason: 'arrival', member: member({ relationship: 'child' }) })],
  ['another payee', 'PUT', '/payee', () => ({ personId: mine.members[0]?.personId, channel: 'cash' })],
  ['a move', 'POST', '/move', () => ({ areaCode: mine.areaCode, on: '2026-11-01' })],
  ['an end', 'POST', '/close', () => ({ on: '2026-11-01', reason: 'dissolved' })],
];

describe('what changes a household', () => {
  const send = (method: string, path: string, body: object, headers = {}) =>
    registry.caseworker.send(method, `/v1/households/${mine.id}${path}`, body, headers);

  it.each(changes)('asks for the version that was seen: %s', async (_what, method, path, body) => {
    expect(await send(method, path, body())).toMatchObject({ status: 428, body: { code: 'request.missing_version' } });
  });

  it.each(changes)(
    'is answered with the current version where it comes too late: %s',
    async (_what, method, path, body) => {
      expect(await send(method, path, body(), ifMatch({ version: mine.version + 1 }))).toMatchObject({
        status: 412,
        body: { code: 'request.stale_version', currentVersion: mine.version },
      });
    },
  );

  it('has changed and published nothing, after all that', async () => {
    const { body } = await registry.caseworker.get(`/v1/households/${mine.id}`);
    expect(body.version).toBe(mine.version);
    const events = await registry.published();
    expect(events.filter(({ key, type }) => key === mine.id && !/registered|payee/.test(type))).toEqual([]);
  });
});
