import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ReportDeath,
  type Household,
  HouseholdPayeeConfirmed,
  HouseholdRegistered,
  type PayeeChange,
} from '@janela/contracts';
import { type Caller, fullHousehold, grandchild, household, ifMatch, member } from '@janela/testing';

import { lunga } from './country.ts';
import { file, importFile, row } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

type Answered = Household & { code?: string };

let registry: Registry;
let supervisor: Caller<'registry'>;
let secondSupervisor: Caller<'registry'>;
beforeAll(async () => {
  registry = await startRegistry();
  supervisor = await registry.as({ roles: ['supervisor'], areas: ['ZM104'], id: 'supervisor-1', name: 'Grace Tembo' });
  secondSupervisor = await registry.as({
    roles: ['supervisor'],
    areas: ['ZM104'],
    id: 'supervisor-2',
    name: 'Ian Sata',
  });
});
afterAll(() => registry.stop());

const path = <const Part extends '' | `/${string}` = ''>({ id }: { id: string }, part?: Part) =>
  `/v1/households/${id}${part ?? ('' as Part)}` as const;
const wallet = '+260971234567';
const mobile = { channel: 'mobile_money', provider: 'sandbox', account: wallet } as const;
const put = (of: Household, body: object, caller = registry.caseworker) =>
  caller.untyped.put<Answered>(path(of, '/payee'), body, ifMatch(of));
const decide = (of: Household, verb: string, caller = supervisor, body?: object) =>
  caller.untyped.post<Answered>(path(of, `/payee/${verb}`), body, ifMatch(of));
const rename = (of: Household, personId: string | undefined, change: object, caller = registry.caseworker) =>
  caller.untyped.patch<Answered>(path(of), { reason: 'correction', members: [{ personId, ...change }] }, ifMatch(of));
const report = (personId: string | undefined, certainty: ReportDeath['certainty'] = 'certified') =>
  registry.caseworker.post(`/v1/people/${String(personId)}/death`, {
    on: '2026-11-05',
    source: 'household',
    certainty,
  });
const read = async (of: { id: string }) => (await registry.caseworker.get(path(of))).body;
/** What was published of a household for payments, in order. */
const eventsOf = async ({ id }: { id: string }) =>
  (await registry.published())
    .filter(({ key, topic }) => key === id && topic === 'registry.payee')
    .map(({ type, data }) => ({ type: type.split('.').at(-2), ...(data as { account?: string; deputy?: object }) }));
const kindsOf = async (of: { id: string }) => (await eventsOf(of)).map(({ type }) => type);

/** A grandmother who collects on her own telephone, and two who could follow. */
async function family(payee: object = { member: 0, deputy: 1, ...mobile }) {
  const members = [
    member({ phone: wallet }),
    member({ givenNames: 'Joseph', sex: 'male', relationship: 'spouse' }),
    grandchild(),
  ];
  const { body } = await registry.register(fullHousehold({ members, payee: payee as never }));
  const [grandmother, husband, child] = body.members.map(({ personId }) => personId);
  return { mine: body as Household, grandmother, husband, child };
}

describe('another payee or account', () => {
  it('waits for a second person; until then the first one collects, and payments is to wait', async () => {
    const { mine, husband } = await family();
    const { status, body } = await put(mine, { personId: husband, ...mobile, account: '+260977000001' });
    expect([status, body.version, body.payee]).toEqual([200, 2, mine.payee]);
    expect(body.pendingPayee).toMatchObject({
      personId: husband,
      channel: 'mobile_money',
      account: '••• 001',
      requestedBy: 'Mutinta Phiri',
      requestedById: 'caseworker',
    });
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested']);

    const confirmed = await decide(body, 'confirm');
    expect([confirmed.status, confirmed.body.payee, confirmed.body.pendingPayee]).toEqual([
      200,
      { personId: husband, channel: 'mobile_money', provider: 'sandbox', account: '••• 001' },
      undefined,
    ]);
    expect((await eventsOf(mine)).at(-1)).toMatchObject({
      type: 'designated',
      personId: husband,
      name: 'Joseph Mwape',
      account: '+260977000001',
    });
    const history = await registry.caseworker.get(path(mine, '/history'));
    expect(history.body.items.map(({ what, by, changed }) => [what, by, changed])).toEqual([
      ['payee_designated', 'Grace Tembo', ['payee']],
      ['payee_change_requested', 'Mutinta Phiri', ['payee']],
      ['registered', 'Mutinta Phiri', []],
    ]);
  });

  it.each([
    ['the account', { ...mobile, account: '+260977000002' }],
    ['the provider', { ...mobile, provider: 'another' }],
    ['the way', { channel: 'cash' }],
    ['the deputy', mobile, true],
  ])('waits also where only %s differs', async (_what, terms, isOtherDeputy = false) => {
    const { mine, grandmother, husband, child } = await family();
    const deputyPersonId = isOtherDeputy ? child : husband;
    const { body } = await put(mine, { personId: grandmother, deputyPersonId, ...terms });
    expect([body.payee, body.pendingPayee !== undefined]).toEqual([mine.payee, true]);
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested']);
  });

  it('is published for those who judge the household with the ids of the two people, without name and account', async () => {
    const { mine, husband } = await family();
    const { body } = await put(mine, { personId: husband, ...mobile, account: '+260977000001' });
    await decide(body, 'confirm');
    const facts = (await registry.published()).filter(
      ({ key, topic }) => key === mine.id && topic === 'registry.household',
    );
    expect(facts.map(({ type }) => type)).toEqual([HouseholdRegistered.type, HouseholdPayeeConfirmed.type]);
    expect(facts[0]?.data).toMatchObject({ registeredBy: 'caseworker' });
    expect(facts[1]?.data).toEqual({
      householdId: mine.id,
      areaCode: mine.areaCode,
      askedBy: 'caseworker',
      confirmedBy: 'supervisor-1',
    });
  });

  it('is nothing where it says what holds, or what waits already', async () => {
    const { mine, grandmother, husband } = await family();
    const same = await put(mine, { personId: grandmother, deputyPersonId: husband, ...mobile });
    expect([same.body.version, same.body.pendingPayee]).toEqual([1, undefined]);
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' });
    const again = await put(asked, { personId: husband, channel: 'cash' }, supervisor);
    expect([again.body.version, again.body.pendingPayee?.requestedById]).toEqual([2, 'caseworker']);
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested']);
  });

  it('is not confirmed or refused by the person who requested it, whatever their role', async () => {
    const { mine, husband } = await family();
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' }, supervisor);
    const own = { status: 403, body: { code: 'registry.payee_change_own' } };
    expect(await decide(asked, 'confirm')).toMatchObject(own);
    expect(await decide(asked, 'refuse', supervisor, { reason: 'No.' })).toMatchObject(own);
    expect(await decide(asked, 'confirm', registry.caseworker)).toMatchObject({ status: 403 });
    const set = `state = 'confirmed', decided_by = requested_by, decided_by_name = requested_by_name, decided_at = now()`;
    const sql = `UPDATE payee_changes SET ${set} WHERE household_id = '${mine.id}'`;
    const inZambia = registry.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
      await tx.query(sql);
    });
    await expect(inZambia).rejects.toThrow(/payee_changes_two_people/);
    expect(await decide(asked, 'confirm', secondSupervisor)).toMatchObject({ status: 200 });
  });

  it('belongs to the person who requested it last: still two people', async () => {
    const { mine, grandmother, husband } = await family();
    const { body: first } = await put(mine, { personId: husband, channel: 'cash' });
    const { body: second } = await put(first, { personId: grandmother, channel: 'cash' }, supervisor);
    expect(second.pendingPayee).toMatchObject({ personId: grandmother, requestedById: 'supervisor-1' });
    expect(await decide(second, 'confirm')).toMatchObject({ status: 403 });
    expect((await decide(second, 'confirm', secondSupervisor)).body.payee).toEqual({
      personId: grandmother,
      channel: 'cash',
    });
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested', 'change_requested', 'designated']);
  });

  it('that is refused, with a reason, or taken back by who asked, leaves what held', async () => {
    const { mine, husband } = await family();
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' });
    expect((await decide(asked, 'refuse')).status).toBe(400);
    expect((await decide(asked, 'refuse', supervisor, { reason: '  ' })).status).toBe(400);
    const { body: refused } = await decide(asked, 'refuse', supervisor, { reason: 'She did not know of it.' });
    expect([refused.payee, refused.pendingPayee]).toEqual([mine.payee, undefined]);
    expect(await decide(refused, 'confirm')).toMatchObject({ status: 409, body: { code: 'registry.no_payee_change' } });

    const { body: askedAgain } = await put(refused, { personId: husband, channel: 'cash' });
    const another = { status: 403, body: { code: 'registry.payee_change_of_another' } };
    expect(await decide(askedAgain, 'take-back')).toMatchObject(another);
    const { body: takenBack } = await decide(askedAgain, 'take-back', registry.caseworker);
    expect([takenBack.payee, takenBack.pendingPayee]).toEqual([mine.payee, undefined]);
    expect(await kindsOf(mine)).toEqual([
      ...['designated', 'change_requested', 'change_refused', 'change_requested', 'change_refused'],
    ]);
    const history = await registry.caseworker.get(path(mine, '/history'));
    expect(history.body.items.map(({ what, note }) => [what, note]).slice(0, 3)).toEqual([
      ['payee_change_taken_back', undefined],
      ['payee_change_requested', undefined],
      ['payee_change_refused', 'She did not know of it.'],
    ]);
  });

  it('is decided about the version that was seen, and in one’s own area', async () => {
    const { mine, husband } = await family();
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' });
    expect(await decide(mine, 'confirm')).toMatchObject({ status: 412 });
    expect(await supervisor.post(path(mine, '/payee/confirm'))).toMatchObject({ status: 428 });
    const elsewhere = await registry.as({ roles: ['supervisor'], areas: [lunga], id: 'supervisor-lunga' });
    expect(await decide(asked, 'confirm', elsewhere)).toMatchObject({ status: 404 });
    const list = await elsewhere.get('/v1/payee-changes');
    expect(list.body.items.map(({ householdId }) => householdId)).not.toContain(mine.id);
  });

  it('waits too where a household was registered without a payee', async () => {
    const { body: mine } = await registry.register(household());
    const [head] = mine.members;
    const { body: asked } = await put(mine, { personId: head?.personId, channel: 'cash' });
    expect([asked.payee, asked.pendingPayee?.personId]).toEqual([undefined, head?.personId]);
    expect((await decide(asked, 'confirm')).body.payee?.personId).toBe(head?.personId);
    expect(await kindsOf(mine)).toEqual(['change_requested', 'designated']);
  });

  it('is for a living member, who can be reached, and not their own deputy', async () => {
    const { body: before } = await registry.register(household());
    const [head, grandson] = before.members.map(({ personId }) => personId);
    const cash = { channel: 'cash' };
    expect(await put(before, { ...cash, personId: randomUUID() })).toMatchObject({
      status: 422,
      body: { code: 'registry.payee_not_a_member' },
    });
    expect(await put(before, { ...cash, personId: head, deputyPersonId: head })).toMatchObject({ status: 400 });
    expect(await put(before, { channel: 'mobile_money', personId: head })).toMatchObject({ status: 400 });
    const died = await report(grandson, 'reported');
    const answer = await put(died.body, { ...cash, personId: head, deputyPersonId: grandson });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/deputyPersonId' }] } });
  });

  it('is behind the wall of the database: what was decided stays, and money goes nowhere that two people did not say', async () => {
    const { mine, grandmother, husband } = await family();
    const inZambia = (sql: string) =>
      registry.db.transaction(async (tx) => {
        await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
        await tx.query(sql);
      });
    const payees = (set: string) => inZambia(`UPDATE payees SET ${set} WHERE household_id = '${mine.id}'`);
    const changes = (set: string) => inZambia(`UPDATE payee_changes SET ${set} WHERE household_id = '${mine.id}'`);
    const forTwo = /is for two people to say/;
    const follow = `person_id = '${String(husband)}', deputy_person_id = NULL`;
    await expect(payees(follow)).rejects.toThrow(forTwo);
    await expect(payees(`account_sealed = 'x'`)).rejects.toThrow(forTwo);
    await expect(payees(`channel = 'agent'`)).rejects.toThrow(forTwo);
    await expect(payees(`provider = 'another'`)).rejects.toThrow(forTwo);
    await expect(inZambia(`DELETE FROM payees WHERE household_id = '${mine.id}'`)).rejects.toThrow(/permission denied/);

    const { body: asked } = await put(mine, { personId: grandmother, deputyPersonId: husband, channel: 'cash' });
    await expect(changes(`account_sealed = 'x', account_mark = 'x'`)).rejects.toThrow(/permission denied/);
    const { body: confirmed } = await decide(asked, 'confirm');
    expect(confirmed.payee).toMatchObject({ personId: grandmother, channel: 'cash' });
    await expect(changes(`state = 'pending', decided_by = NULL`)).rejects.toThrow(/stays so/);
    await expect(changes(`deputy_person_id = NULL`)).rejects.toThrow(/stays so/);
    await expect(payees(`channel = 'agent'`)).rejects.toThrow(forTwo);
    await expect(payees(follow)).rejects.toThrow(forTwo);
    await payees('deputy_person_id = NULL');
    await expect(payees(`deputy_person_id = '${String(mine.members[2]?.personId)}'`)).rejects.toThrow(forTwo);
    const moved = await registry.caseworker.post(
      path(mine, '/move'),
      { areaCode: 'ZM104011W01', on: registry.today() },
      ifMatch(confirmed),
    );
    expect(moved).toMatchObject({ status: 200, body: { payee: { personId: grandmother } } });
  });

  it('stands in the list of those who may decide, the longest waiting first, page by page', async () => {
    const { mine, husband } = await family();
    const { body: asked } = await put(mine, { personId: husband, ...mobile, account: '+260977000003' });
    const all: PayeeChange[] = [];
    let after = '';
    do {
      const { body } = await supervisor.get(`/v1/payee-changes?state=pending&limit=2${after}`);
      all.push(...body.items);
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
    expect(all.filter(({ householdId }) => householdId === mine.id)).toMatchObject([
      {
        householdNumber: mine.number,
        householdVersion: asked.version,
        headName: 'Chanda Mwape',
        state: 'pending',
        payeeName: 'Joseph Mwape',
        account: '••• 003',
        requestedBy: 'Mutinta Phiri',
        areaCode: mine.areaCode,
      },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/977000003/);
    const log = await registry.caseworker.get(path(mine, '/access-log'));
    expect(log.body.items).toContainEqual(expect.objectContaining({ by: 'Grace Tembo', what: 'payee_changes' }));

    await decide(asked, 'refuse', supervisor, { reason: 'Not now.' });
    const refused = await supervisor.get('/v1/payee-changes?state=refused');
    expect(refused.body.items.find(({ householdId }) => householdId === mine.id)).toMatchObject({
      state: 'refused',
      decidedBy: 'Grace Tembo',
      reason: 'Not now.',
    });
  });
});

describe('another name or official number of who collects', () => {
  it.each([
    ['the payee', 0, { givenNames: 'Peter', familyName: 'Sakala' }],
    ['the payee', 0, { familyName: 'Sakala' }],
    ['the payee', 0, { identifiers: [{ type: 'ZM-NRC', value: '765432/10/1' }] }],
    ['the deputy', 1, { givenNames: 'Peter' }],
  ])('of %s (%#) is in the record at once, and waits for a second person to be paid', async (_who, who, change) => {
    const { mine } = await family({ member: 0, deputy: 1, channel: 'cash' });
    const personId = mine.members[who]?.personId;
    const { status, body } = await rename(mine, personId, change);
    expect([status, body.payee, body.pendingPayee]).toMatchObject([200, mine.payee ?? {}, mine.payee ?? {}]);
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested']);
    const [first] = await eventsOf(mine);
    const { body: confirmed } = await decide(body, 'confirm');
    expect([confirmed.payee, confirmed.pendingPayee]).toEqual([mine.payee, undefined]);
    const last = (await eventsOf(mine)).at(-1);
    if ('identifiers' in change) expect(last).toEqual(first);
    else expect(JSON.stringify(last)).toContain(Object.values(change).join(' '));
  });

  it('is not published for payments where it was refused, also after another change, and can be asked for again', async () => {
    const { mine, grandmother } = await family({ member: 0, channel: 'cash' });
    const [first] = await eventsOf(mine);
    const { body } = await rename(mine, grandmother, { familyName: 'Sakala' });
    const { body: refused } = await decide(body, 'refuse', supervisor, { reason: 'She is not known so.' });
    const { body: changed } = await rename(refused, grandmother, { chronicIllness: true });
    expect(changed.pendingPayee).toBeUndefined();
    await report(grandmother, 'reported');
    await report(grandmother, 'withdrawn');
    expect((await eventsOf(mine)).at(-1)).toEqual(first);
    const asked = await put(await read(mine), { personId: grandmother, channel: 'cash' });
    expect(asked.body.pendingPayee).toMatchObject({ personId: grandmother });
    await decide(asked.body, 'confirm');
    expect(JSON.stringify((await eventsOf(mine)).at(-1))).toContain('Sakala');
  });

  it('that is put right again waits no more', async () => {
    const { mine, grandmother } = await family({ member: 0, channel: 'cash' });
    const familyName = mine.members[0]?.familyName;
    const { body } = await rename(mine, grandmother, { familyName: 'Sakala' });
    expect((await rename(body, grandmother, { familyName })).body.pendingPayee).toBeUndefined();
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested', 'change_refused']);
  });

  it('written another way is the same name', async () => {
    const { mine, grandmother } = await family({ member: 0, channel: 'cash' });
    const familyName = mine.members[0]?.familyName.toUpperCase();
    expect((await rename(mine, grandmother, { familyName })).body.pendingPayee).toBeUndefined();
    expect(await kindsOf(mine)).toEqual(['designated', 'designated']);
  });

  it('of who is asked for makes it the request of the person who changed it: they do not confirm it', async () => {
    const { mine, husband } = await family({ member: 0, channel: 'cash' });
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' });
    const { body: renamed } = await rename(asked, husband, { familyName: 'Sakala' }, supervisor);
    expect(renamed.pendingPayee).toMatchObject({ personId: husband, requestedById: 'supervisor-1' });
    expect(await decide(renamed, 'confirm')).toMatchObject({ body: { code: 'registry.payee_change_own' } });
    expect(await decide(renamed, 'confirm', secondSupervisor)).toMatchObject({ status: 200 });
  });
});

describe('when who collects has died', () => {
  it.each(['reported', 'certified'] as const)(
    'the deputy follows at once (%s), without a wallet that was not theirs',
    async (certainty) => {
      const { mine, grandmother, husband } = await family();
      const { body } = await report(grandmother, certainty);
      expect(body.payee).toEqual({ personId: husband, channel: 'mobile_money', provider: 'sandbox' });
      const events = await eventsOf(mine);
      expect(events.map(({ type }) => type)).toEqual(['designated', 'designated']);
      expect(events[1]).toMatchObject({ personId: husband, name: 'Joseph Mwape', channel: 'mobile_money' });
      expect([events[1]?.account, events[1]?.deputy]).toEqual([undefined, undefined]);
      const history = await registry.caseworker.get(path(mine, '/history'));
      expect(history.body.items[0]?.changed).toContain('payee');
    },
  );

  it.each([
    ['mobile_money', '+260977000004'],
    ['bank_transfer', '0012345678901'],
    ['agent', '12345678'],
  ])('the account stays behind also where it was no telephone of theirs, paid by %s', async (channel, account) => {
    const { mine, grandmother, husband } = await family({ member: 0, deputy: 1, channel, account });
    const { body } = await report(grandmother);
    expect(body.payee).toEqual({ personId: husband, channel });
    expect((await eventsOf(mine)).at(-1)).not.toHaveProperty('account');
    const corrected = await rename(body, husband, { familyName: 'Phiri' });
    expect([corrected.status, corrected.body.pendingPayee]).toMatchObject([200, { personId: husband, channel }]);
  });

  it('and there is no deputy, no one collects, and the household says so', async () => {
    const { mine, grandmother, husband } = await family({ member: 0, ...mobile });
    const { body } = await report(grandmother);
    expect([body.payee, body.payeeMissing]).toEqual([undefined, { reason: 'died', formerPersonId: grandmother }]);
    expect(await read(mine)).toEqual(body);
    expect((await eventsOf(mine)).at(-1)).toEqual({
      type: 'vacated',
      householdId: mine.id,
      personId: grandmother,
      reason: 'died',
    });
    const { body: asked } = await put(body, { personId: husband, channel: 'cash' });
    expect([asked.payee, asked.payeeMissing !== undefined]).toEqual([undefined, true]);
    const { body: confirmed } = await decide(asked, 'confirm');
    expect([confirmed.payee?.personId, confirmed.payeeMissing]).toEqual([husband, undefined]);
    expect(await kindsOf(mine)).toEqual(['designated', 'vacated', 'change_requested', 'designated']);
  });

  it('a report that is withdrawn puts back what was designated, with its account', async () => {
    for (const payee of [
      { member: 0, ...mobile },
      { member: 0, deputy: 1, ...mobile },
    ]) {
      const { mine, grandmother } = await family(payee);
      const [first] = await eventsOf(mine);
      await report(grandmother, 'reported');
      const { body } = await report(grandmother, 'withdrawn');
      expect([body.payee, body.payeeMissing]).toEqual([mine.payee, undefined]);
      expect((await eventsOf(mine)).at(-1)).toEqual(first);
    }
  });

  it('and the deputy too, and neither was true: both are back, whichever is withdrawn first', async () => {
    for (const order of [[0, 1] as const, [1, 0] as const]) {
      const { mine, grandmother, husband } = await family();
      const [first] = await eventsOf(mine);
      for (const who of [grandmother, husband]) await report(who, 'reported');
      expect((await kindsOf(mine)).at(-1)).toBe('vacated');
      const names = [grandmother, husband];
      for (const who of order) await report(names[who], 'withdrawn');
      expect((await read(mine)).payee).toEqual(mine.payee);
      expect((await eventsOf(mine)).at(-1)).toEqual(first);
    }
  });

  it('a death that was certified by mistake puts them back as well once another person has withdrawn it', async () => {
    for (const who of [0, 1] as const) {
      const { mine, grandmother, husband } = await family();
      const [first] = await eventsOf(mine);
      const personId = [grandmother, husband][who];
      await report(personId, 'certified');
      const { body } = await supervisor.post(`/v1/people/${String(personId)}/death`, {
        on: '2026-11-05',
        source: 'household',
        certainty: 'withdrawn',
        reason: 'The certificate was of a namesake.',
      });
      expect([body.payee, body.payeeMissing]).toEqual([mine.payee, undefined]);
      expect((await eventsOf(mine)).at(-1)).toEqual(first);
    }
  });

  it('a report that is withdrawn takes nothing from whom two people designated since', async () => {
    const { mine, grandmother, child } = await family();
    const { body } = await report(grandmother, 'reported');
    const { body: asked } = await put(body, { personId: child, channel: 'cash' });
    await decide(asked, 'confirm');
    expect((await report(grandmother, 'withdrawn')).body.payee).toEqual({ personId: child, channel: 'cash' });
    expect((await eventsOf(mine)).at(-1)).toMatchObject({ type: 'designated', personId: child });
  });

  it('and the deputy too, whichever first, no one collects', async () => {
    for (const order of [[0, 1] as const, [1, 0] as const]) {
      const { mine, grandmother, husband } = await family();
      const gone = [grandmother, husband];
      for (const who of order) await report(gone[who]);
      const { payee, payeeMissing } = await read(mine);
      expect([payee, payeeMissing?.reason]).toEqual([undefined, 'died']);
      expect(await kindsOf(mine)).toEqual(['designated', 'designated', 'vacated']);
    }
  });

  it('a deputy who has died is none any more', async () => {
    const { mine, grandmother, husband } = await family();
    const { body } = await report(husband);
    expect([body.payee?.personId, body.payee?.deputyPersonId]).toEqual([grandmother, undefined]);
    expect((await eventsOf(mine)).at(-1)).toMatchObject({ type: 'designated', personId: grandmother });
    expect((await eventsOf(mine)).at(-1)?.deputy).toBeUndefined();
  });

  it('a change that waits goes on waiting, unless it is for the person who has died', async () => {
    const { mine, grandmother, husband, child } = await family();
    const { body: asked } = await put(mine, { personId: child, deputyPersonId: husband, channel: 'cash' });
    const { body: bereaved } = await report(grandmother);
    expect([bereaved.payee?.personId, bereaved.pendingPayee?.id]).toEqual([husband, asked.pendingPayee?.id]);
    expect(await kindsOf(mine)).toEqual(['designated', 'change_requested', 'designated', 'change_requested']);
    const { body: alone } = await report(child);
    expect([alone.payee?.personId, alone.pendingPayee]).toEqual([husband, undefined]);
    expect((await kindsOf(mine)).at(-1)).toBe('change_refused');
    expect((await supervisor.get('/v1/payee-changes?state=dropped')).body.items).toMatchObject([
      { householdId: mine.id },
    ]);
  });

  it('everyone of the household has died: no one collects, and the closing is published', async () => {
    const { body: mine } = await registry.register(
      fullHousehold({ members: [member()], payee: { member: 0, channel: 'cash' } }),
    );
    const { body } = await report(mine.members[0]?.personId);
    expect([body.payee, body.payeeMissing?.reason]).toEqual([undefined, 'died']);
    expect(await kindsOf(mine)).toEqual(['designated', 'vacated']);
  });
});

describe('a household that closes', () => {
  it('lets no change of its payee wait', async () => {
    const { mine, husband } = await family();
    const { body: asked } = await put(mine, { personId: husband, channel: 'cash' });
    const { body } = await registry.caseworker.post(
      path(mine, '/close'),
      { on: registry.today(), reason: 'dissolved' },
      ifMatch(asked),
    );
    expect(body.pendingPayee).toBeUndefined();
    expect((await kindsOf(mine)).at(-1)).toBe('change_refused');
  });
});

describe('a corrected file', () => {
  const husband = { relationship: 'spouse', given_names: 'Joseph', sex: 'male', born_on: '1950-01-01' };
  const collects = { payee: 'yes', channel: 'mobile_money', provider: 'sandbox', account: wallet };
  const find = async (ref: string) => {
    const { body } = await registry.caseworker.get(`/v1/households?externalReference=${ref}`);
    return read({ id: String(body.items[0]?.id) });
  };

  it('designates at once when it registers, and asks when it corrects: its sender is who asked', async () => {
    await importFile(registry.administrator, file(row('p-1', collects), row('p-1', husband)));
    const before = await find('p-1');
    expect([before.payee?.account, before.pendingPayee]).toEqual(['••• 567', undefined]);
    const other = { ...collects, account: '+260977000009' };
    await importFile(registry.administrator, file(row('p-1', other), row('p-1', husband)));
    const after = await find('p-1');
    expect(after.payee).toEqual(before.payee);
    expect(after.pendingPayee).toMatchObject({ account: '••• 009', requestedById: 'administrator' });
    expect(await kindsOf(before)).toEqual(['designated', 'change_requested']);
    expect((await decide(after, 'confirm')).body.payee?.account).toBe('••• 009');
  });

  it('leaves no one to collect where its payee has left and there is no deputy', async () => {
    await importFile(
      registry.administrator,
      file(row('p-2', { ...collects, payee: '' }), row('p-2', { ...husband, payee: 'yes' })),
    );
    const before = await find('p-2');
    const { id } = await importFile(registry.administrator, file(row('p-2')));
    const { body } = await supervisor.get(`/v1/imports/${id}/waiting`);
    await supervisor.post(`/v1/imports/${id}/waiting/${String(body.items[0]?.id)}/accept`);
    const after = await find('p-2');
    expect([after.payee, after.payeeMissing]).toEqual([
      undefined,
      { reason: 'left', formerPersonId: before.members[1]?.personId },
    ]);
    expect((await eventsOf(before)).at(-1)).toMatchObject({ type: 'vacated', reason: 'left' });
  });
});
