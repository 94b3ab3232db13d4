import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit } from '@janela/platform';
import { decodeJwt } from 'jose';

import { KeysService } from '../src/keys/keys.service.ts';
import { PeopleService } from '../src/people/people.service.ts';
import { Browser } from './browser.ts';
import { fillIn, Gateway, openSignIn, signIn } from './gateway.ts';
import { operator, startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;
let gateway: Gateway;

beforeAll(async () => {
  identity = await startIdentity();
  gateway = new Gateway(identity.issuer);
});
afterAll(() => identity.stop());

interface Entry {
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
}

const trail = async (actions: string): Promise<Entry[]> =>
  (await identity.database.dataSource.query(
    'SELECT actor, action, subject, details FROM audit_entries WHERE action LIKE $1 ORDER BY id',
    [actions],
  )) as Entry[];

describe('the trail', () => {
  it('says who signed in and from where, the address encrypted', async () => {
    const { sub = '' } = decodeJwt((await signIn(gateway, 'caseworker')).access_token);
    const [entry] = await trail('sign-in.succeeded');
    expect([entry?.actor, entry?.subject]).toEqual([sub, `person:${sub}`]);
    expect(JSON.stringify(entry?.details)).not.toContain('127.0.0.1');
    expect(identity.app.get(Audit).reveal(entry?.details)).toEqual({ address: '127.0.0.1' });
  });

  it('says whose sign-ins failed, and which of them made the next ones wait; what was typed is not kept', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    for (let count = 0; count < 7; count += 1) await fillIn(browser, page, 'auditor', 'my secret mistake');
    await fillIn(browser, page, 'my password in the wrong field', 'x');

    const entries = await trail('sign-in.refused');
    expect(entries.map(({ details }) => details.blocks)).toEqual([[], [], [], [], ['pair'], []]);
    expect(new Set(entries.slice(0, 5).map(({ subject }) => subject)).size).toBe(1);
    expect(entries[5]?.subject).toBe('person:unknown');
    expect(JSON.stringify(entries)).not.toMatch(/auditor|mistake|wrong field/);
  });

  it('says who changed what a person may do, and closed an account', async () => {
    const people = identity.app.get(PeopleService);
    const id = await people.add(operator, {
      email: 'New@example.org',
      name: 'New Person',
      password: 'a password of their own',
      roles: ['caseworker'],
      areas: ['ZM104011'],
    });
    await people.setAccess(operator, id, ['supervisor'], ['ZM104']);
    await people.setPassword(operator, id, 'another password of theirs');
    await people.disable(operator, id);
    expect(await trail('person.%')).toEqual([
      {
        actor: 'system:operator',
        action: 'person.added',
        subject: `person:${id}`,
        details: { roles: ['caseworker'], areas: ['ZM104011'] },
      },
      {
        actor: 'system:operator',
        action: 'person.access-changed',
        subject: `person:${id}`,
        details: { roles: ['supervisor'], areas: ['ZM104'] },
      },
      { actor: 'system:operator', action: 'person.password-changed', subject: `person:${id}`, details: {} },
      { actor: 'system:operator', action: 'person.disabled', subject: `person:${id}`, details: {} },
    ]);
  });

  it('knows of no change that did not happen', async () => {
    const people = identity.app.get(PeopleService);
    const unknown = '00000000-0000-7000-8000-000000000000';
    const before = (await trail('person.%')).length;
    await expect(people.disable(operator, unknown)).rejects.toThrow('There is no such person');
    const taken = { email: 'caseworker@demo.janela', name: 'Other', password: 'a password', roles: [], areas: [] };
    await expect(people.add(operator, taken)).rejects.toThrow('Another person has this e-mail address already');
    await expect(people.setAccess(operator, unknown, [], ['not an area'])).rejects.toThrow();
    expect((await trail('person.%')).length).toBe(before);
  });

  it('says when the keys were changed, and whether one had been stolen', async () => {
    await identity.app.get(KeysService).rotate(operator);
    await identity.app.get(KeysService).rotateAfterTheft(operator);
    expect((await trail('keys.%')).map(({ action }) => action)).toEqual(['keys.rotated', 'keys.revoked']);
  });

  it('says when a person signed out', async () => {
    const browser = new Browser(identity.issuer);
    const { access_token } = await signIn(gateway, 'designer', browser);
    const page = await browser.get('/session/end');
    await browser.post('/session/end/confirm', {
      xsrf: /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
      logout: 'yes',
    });
    expect((await trail('sign-out')).map(({ subject }) => subject)).toEqual([`person:${decodeJwt(access_token).sub}`]);
  });
});
