import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessChanged, incompatibleRoles } from '@janela/contracts';
import { published } from '@janela/testing';
import { decodeJwt } from 'jose';

import { ClientsService } from '../src/clients/clients.service.ts';
import { keys } from '../src/commands/keys.ts';
import { machine } from '../src/commands/machine.ts';
import { staff } from '../src/commands/staff.ts';
import { KeysService } from '../src/keys/keys.service.ts';
import { PeopleService } from '../src/people/people.service.ts';
import { startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;
let people: PeopleService;

beforeAll(async () => {
  identity = await startIdentity({ JANELA_MODE: 'development' });
  people = identity.app.get(PeopleService);
});
afterAll(() => identity.stop());

const run = (line: string, password = 'a password of their own') =>
  staff(people, line.split(' '), () => Promise.resolve(password));
const anna = 'anna.banda@example.org';
const admin = 'admin@example.org';

describe('the staff command', () => {
  it('adds a person who can sign in, changes what they may do, and closes the account', async () => {
    expect(await run(`add ${anna} --name Anna --role caseworker --area ZM104011`)).toBe('Added.');
    expect(await people.checkPassword(anna, 'a password of their own')).toMatchObject({
      fits: true,
      person: { name: 'Anna', roles: ['caseworker'], areas: ['ZM104011'] },
    });

    await run(`access ${anna} --role supervisor --role auditor --area ZM104 --area ZM2`);
    expect(await people.getByEmail(anna)).toMatchObject({ roles: ['supervisor', 'auditor'], areas: ['ZM104', 'ZM2'] });

    await run(`password ${anna}`, 'another password of theirs');
    expect(await people.checkPassword(anna, 'a password of their own')).toMatchObject({ fits: false });
    expect(await people.checkPassword(anna, 'another password of theirs')).toMatchObject({ fits: true });

    await run(`close ${anna}`);
    expect(await people.checkPassword(anna, 'another password of theirs')).toMatchObject({ fits: false });
  });

  it('counts a role or an area that is said twice once, and takes no more areas than an event may have', async () => {
    const twice = 'caseworker auditor '.repeat(20).trim().split(' ');
    const roles = twice.map((role) => `--role ${role}`).join(' ');
    const areas = (count: number) => Array.from({ length: count }, (_, index) => `--area ZM${index + 100}`).join(' ');
    const bwalya = 'bwalya@example.org';
    await run(`add ${bwalya} --name Bwalya ${roles} ${areas(1_000)} --area ZM100`);
    const { roles: his, areas: where } = await people.getByEmail(bwalya);
    expect([his, where.length]).toEqual([['caseworker', 'auditor'], 1_000]);
    const [event] = (await published(identity.database.dataSource, AccessChanged)).slice(-1);
    expect(event?.data).toMatchObject({ roles: his, areas: where });
    await expect(run(`access ${bwalya} --role auditor ${areas(1_001)}`)).rejects.toThrow('areas are more than 1000');
  });

  it.each([
    ['a role that does not exist', `add b@example.org --name B --role king --area ZM`, 'The roles and areas: roles 0'],
    ['no role', `add b@example.org --name B --area ZM`, 'roles are missing: --role'],
    ['an area in words', `add b@example.org --name B --role auditor --area Samfya`, 'The roles and areas: areas 0'],
    ['every area there is', `add b@example.org --name B --role auditor --area *`, 'The roles and areas: areas 0'],
    ['no name', `add b@example.org --role auditor --area ZM`, 'The name: is missing'],
    ['something that is no address', `add b --name B --role auditor --area ZM`, 'is not an e-mail address'],
    ['an option that does not exist', `add b@example.org --admin`, 'Unknown option'],
    ['nothing to do', '', 'Usage'],
  ])('refuses %s', async (_what, line, why) => {
    await expect(run(line)).rejects.toThrow(why);
  });

  it('refuses a short password, a second account for one address, and a person who does not exist', async () => {
    await expect(run('add c@example.org --name C --role auditor --area ZM', 'too short')).rejects.toThrow(
      '12 characters or more',
    );
    await run('add d@example.org --name D --role auditor --area ZM');
    await expect(run('add D@Example.org --name D --role auditor --area ZM')).rejects.toThrow(
      'Another person has this e-mail address already',
    );
    await expect(run('close unknown@example.org')).rejects.toThrow('There is no such person');
  });
});

describe('the author of a command', () => {
  const author = async () => {
    const rows: { actor: string }[] = await identity.database.dataSource.query(
      `SELECT actor FROM audit_entries WHERE action LIKE 'person.%' ORDER BY id DESC LIMIT 1`,
    );
    return rows[0];
  };

  it('need not be named until there is an administrator, and is named from then on', async () => {
    await run(`add ${admin} --name Ada --role administrator --area ZM`);
    expect(await author()).toMatchObject({ actor: 'system:operator' });
    const line = 'add e@example.org --name E --role auditor --area ZM';
    await expect(run(line)).rejects.toThrow('Say who you are');
    await expect(run(`${line} --by d@example.org`)).rejects.toThrow('Say who you are');
    await expect(run(`${line} --by unknown@example.org`)).rejects.toThrow('Say who you are');
    await run(`${line} --by ${admin.toUpperCase()}`);
    expect(await author()).toEqual({ actor: (await people.getByEmail(admin)).id });
  });

  it('cannot change what they may do themselves, nor close their own account', async () => {
    const access = `access ${admin} --by ${admin} --role administrator --role payments-officer --area ZM`;
    await expect(run(access)).rejects.toThrow('Say who you are');
    await expect(run(`close ${admin} --by ${admin}`)).rejects.toThrow('Say who you are');
    expect(await people.getByEmail(admin)).toMatchObject({ roles: ['administrator'] });
  });

  it.each(incompatibleRoles)('cannot make one person both %s and %s', async (one, other) => {
    const both = `--role ${one} --role auditor --role ${other} --area ZM --by ${admin}`;
    await expect(run(`add f@example.org --name F ${both}`)).rejects.toThrow('both');
    await expect(run(`access e@example.org ${both}`)).rejects.toThrow('both');
    const sql = `UPDATE people SET roles = '{${other},${one}}' WHERE email = 'e@example.org'`;
    await expect(identity.database.dataSource.query(sql)).rejects.toThrow('people_roles_compatible');
  });
});

describe('the machine command', () => {
  const run = (line: string) =>
    machine(identity.app.get(ClientsService), people, `${line} --by ${admin}`.trim().split(' '));

  it('adds a client that gets tokens with the secret it prints, and closes it', async () => {
    const said = await run('add lake-bank --name LakeBank --role provider-sandbox --area ZM');
    const secret = /: ([\w-]{43})$/.exec(said)?.[1] ?? '';
    const ask = async () => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'lake-bank',
        client_secret: secret,
      });
      const answer = await fetch(`${identity.issuer}/token`, { method: 'POST', body });
      return [answer.status, (await answer.json()) as Record<string, string>] as const;
    };
    const [status, { access_token = '' }] = await ask();
    expect([status, decodeJwt(access_token)]).toMatchObject([
      200,
      { sub: 'lake-bank', name: 'LakeBank', roles: ['provider-sandbox'] },
    ]);
    expect(await run('close lake-bank')).toContain('Closed');
    expect((await ask())[0]).toBe(401);
  });

  it.each(incompatibleRoles)('cannot make one machine both %s and %s', async (one, other) => {
    const both = `--role ${one} --role auditor --role ${other} --area ZM`;
    await expect(run(`add both-roles --name B ${both}`)).rejects.toThrow(`both ${one} and ${other}`);
    await run(`add ${one} --name One --role ${one} --area ZM`);
    const sql = `UPDATE clients SET roles = '{${other},${one}}' WHERE id = '${one}'`;
    await expect(identity.database.dataSource.query(sql)).rejects.toThrow('clients_roles_compatible');
  });

  it.each([
    [
      'an id that is taken',
      'add lake-bank --name L --role operator --area ZM',
      'There is a client with this id already',
    ],
    ['an id that cannot be one', 'add Lake_Bank --name L --role operator --area ZM', 'small letters'],
    ['no id', 'close', 'The id: is missing'],
    ['an id that does not exist', 'close unknown', 'There is no such client'],
  ])('refuses %s', async (_what, line, why) => {
    await expect(run(line)).rejects.toThrow(why);
  });
});

describe('the keys command', () => {
  it('changes the keys, and says from when on', async () => {
    const service = identity.app.get(KeysService);
    const by = ['--by', admin];
    expect(await keys(service, people, ['rotate', ...by])).toContain('two minutes');
    expect(await keys(service, people, ['rotate', '--stolen', ...by])).toContain('Only the new keys hold');
    await expect(keys(service, people, ['forget', ...by])).rejects.toThrow('Usage');
    await expect(keys(service, people, ['rotate'])).rejects.toThrow('Say who you are');
  });
});
