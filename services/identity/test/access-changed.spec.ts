import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessChanged, demonstrationLogins } from '@janela/contracts';

import { PeopleService } from '../src/people/people.service.ts';
import { operator, startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;

beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

async function published(key?: string): Promise<unknown[]> {
  const rows = (await identity.database.dataSource.query(
    'SELECT data FROM outbox WHERE type = $1 AND ($2::text IS NULL OR key = $2) ORDER BY id',
    [AccessChanged.type, key ?? null],
  )) as { data: string | object }[];
  return rows.map(({ data }) => (typeof data === 'string' ? (JSON.parse(data) as unknown) : data));
}

describe('what a person or machine may do', () => {
  it('is published once for every demonstration login, however often identity starts', async () => {
    expect(await published()).toHaveLength(2 * demonstrationLogins.length);
    expect(await published('demo-supervisor-lunga')).toEqual([
      { actorId: 'demo-supervisor-lunga', kind: 'machine', roles: ['supervisor'], areas: ['ZM104005'], active: true },
    ]);
    await identity.restart();
    expect(await published()).toHaveLength(2 * demonstrationLogins.length);
  });

  it('is published when it begins, changes and ends, and not when only a password changes', async () => {
    const people = identity.app.get(PeopleService);
    const id = await people.add(operator, {
      email: 'new@example.org',
      name: 'New Person',
      password: 'a password of their own',
      roles: ['caseworker'],
      areas: ['ZM104011'],
    });
    await people.setAccess(operator, id, ['supervisor'], ['ZM104']);
    await people.setPassword(operator, id, 'another password of theirs');
    await people.disable(operator, id);
    expect(await published(id)).toEqual([
      { actorId: id, kind: 'person', roles: ['caseworker'], areas: ['ZM104011'], active: true },
      { actorId: id, kind: 'person', roles: ['supervisor'], areas: ['ZM104'], active: true },
      { actorId: id, kind: 'person', roles: ['supervisor'], areas: ['ZM104'], active: false },
    ]);
  });
});
