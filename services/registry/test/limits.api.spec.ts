import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AddMember,
  ChangeHousehold,
  CloseHousehold,
  DesignatePayee,
  DismissDuplicate,
  FindNames,
  FindPossibleDuplicates,
  MoveHousehold,
  PublishArea,
  PublishIdentifierType,
  PublishNumberFormats,
  RefusePayeeChange,
  type RegisteredHousehold,
  RegisterHousehold,
  ReportDeath,
} from '@janela/contracts';
import { type Answer, AnyBody, fullHousehold, type Given, household, ifMatch, member, seeded } from '@janela/testing';
import { z } from 'zod';

import { lunga, numberFormats, samfya } from './country.ts';
import { errorsOf, file, importFile, row } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

const random = seeded('whatever a contract accepts');
const times = 10;
/** How often it is tried at most until something is taken. */
const mostTimes = 60;

let registry: Registry;
let mine: RegisteredHousehold;
beforeAll(async () => {
  registry = await startRegistry();
  mine = (await registry.register(fullHousehold())).body;
});
afterAll(() => registry.stop());

let serial = 0;
const digits = (count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('');
/** What the country knows, and who is there: the rest is chance. */
const given: Given = {
  areaCode: () => random.pick([samfya, 'ZM104011W01', lunga]),
  relationship: () => random.pick(['child', 'grandchild', 'other_relative']),
  bornOn: () => random.pick(['1900-01-01', '1956-03-01', '2024-02-29', '2026-11-01', undefined]),
  identifiers: () => random.pick([[{ type: 'ZM-NRC', value: `${digits(6)}/${digits(2)}/1` }], []]),
  phone: () => `+26097${digits(7)}`,
  account: () => `+26097${digits(7)}`,
  on: () => random.pick(['2026-11-01', '2026-10-31', undefined]),
  givenOn: () => random.pick(['2026-11-01', undefined]),
  personId: () => random.pick(mine.members)?.personId,
  deputyPersonId: () => random.pick(mine.members)?.personId,
  formerHeadIs: () => 'parent',
};

/** Neither our own mistake, nor a limit that is stricter further down. */
function mustBeTaken(answer: Answer<{ code?: string }>, body: unknown): void {
  const isOurs =
    answer.status >= 500 || /^(messaging|service|database)\.|unstorable|breaks_rule/.test(answer.body.code ?? '');
  if (isOurs)
    throw new Error(`${answer.status} ${String(answer.body.code)} to ${JSON.stringify(body).slice(0, 3_000)}`);
}

/** A form with one head, and a payee who is on it. */
function asForm(body: unknown): RegisterHousehold {
  const form = body as RegisterHousehold;
  const payee = form.payee && {
    ...form.payee,
    member: form.members.length - 1,
    channel: 'mobile_money' as const,
    account: `+26097${digits(7)}`,
  };
  if (payee) delete payee.deputy;
  const [first, ...others] = form.members;
  const members = [{ ...first, relationship: 'head' }, ...others] as RegisterHousehold['members'];
  return {
    ...form,
    members,
    externalReference: `${form.externalReference ?? 'x'}`.slice(0, 90) + (serial += 1),
    ...(payee && { payee }),
  };
}

const anyForms = new AnyBody(z.strictObject(RegisterHousehold.shape), random, given);
const anyForm = () => asForm(anyForms.next());
const anyMember = (schema: z.ZodType, how: Given = {}) => new AnyBody(schema, random, { ...given, ...how });

type Path = () => string | Promise<string>;
interface How {
  /** A caseworker unless given. */
  as?: 'supervisor' | 'administrator';
  given?: Given;
  /** What has to be there for the body to be taken. */
  before?: () => Promise<void>;
}

const membersOfMine = () => mine.members.map(({ personId }) => personId);
/** A pattern of some country, and what fits it. */
const fitting: Given = { pattern: () => '^[A-Z0-9]{1,40}$', example: () => 'AB1' };

/** Requests another account, so that something waits for a second person. */
async function ask(): Promise<void> {
  const { body: now } = await registry.caseworker.get(`/v1/households/${mine.id}`);
  const other = { personId: mine.members[0]?.personId, channel: 'mobile_money', account: `+26097${digits(7)}` };
  await registry.caseworker.untyped.put(`/v1/households/${mine.id}/payee`, other, ifMatch(now));
}

/** Where a possible duplicate is dismissed; each time of two others. */
async function openDuplicate(): Promise<string> {
  const identifiers = [{ type: 'ZM-NRC', value: `${digits(6)}/${digits(2)}/1` }];
  const twin = () => registry.register(household({ members: [member({ identifiers })] }));
  const of = [await twin(), await twin()].map(({ body }) => body.id);
  const { body } = await registry.supervisor.get(`/v1/households/${String(of[1])}/duplicates`);
  return `/v1/duplicates/${String(body.items[0]?.id)}/dismiss`;
}

/** Where a form that waits is decided on; those of one file after the other. */
function waiting(verb: 'accept' | 'drop'): Path {
  const places: string[] = [];
  return async () => {
    if (places.length === 0) {
      const refs = Array.from({ length: times }, () => `waits-${(serial += 1)}`);
      const form = (head: string) => refs.flatMap((ref) => [row(ref, { given_names: head }), row(ref, spouse)]);
      await importFile(registry.administrator, file(...form('Chanda')));
      const { id } = await importFile(registry.administrator, file(...form('Thandiwe')));
      const path = `/v1/imports/${id}/waiting` as const;
      const { body } = await registry.administrator.get(path);
      places.push(...body.items.map((each) => `${path}/${each.id}/${verb}`));
    }
    return places.pop() ?? '';
  };
}
const spouse = { given_names: 'Joseph', relationship: 'spouse', born_on: '1955-02-02', sex: 'male' };

describe('whatever a contract accepts', () => {
  it('is registered, and the events it causes are accepted', async () => {
    const taken = [];
    for (let time = 0; time < times * 3; time += 1) {
      const form = anyForm();
      const caller = form.areaCode === lunga ? registry.neighbour : registry.caseworker;
      const answer = await caller.post('/v1/households', form);
      mustBeTaken(answer, form);
      if (answer.status === 201) taken.push(answer.body.id);
    }
    expect(taken.length).toBeGreaterThan(times);
    await registry.published();
  });

  const mineAt = (verb: string) => () => `/v1/households/${mine.id}${verb}` as const;
  const nothing = z.undefined();
  const routes: [what: string, method: string, path: Path, schema: z.ZodType, how?: How][] = [
    ['a correction', 'PATCH', mineAt(''), ChangeHousehold],
    ['a new member', 'POST', mineAt('/members'), AddMember],
    // An account by chance fits hardly any way of paying; the accounts of forms are tried with them.
    [
      'another payee',
      'PUT',
      mineAt('/payee'),
      DesignatePayee,
      { given: { channel: () => 'cash', account: () => undefined } },
    ],
    ['another payee who is confirmed', 'POST', mineAt('/payee/confirm'), nothing, { as: 'supervisor', before: ask }],
    [
      'another payee who is refused',
      'POST',
      mineAt('/payee/refuse'),
      RefusePayeeChange,
      { as: 'supervisor', before: ask },
    ],
    ['another payee who is taken back', 'POST', mineAt('/payee/take-back'), nothing, { before: ask }],
    ['a move', 'POST', mineAt('/move'), MoveHousehold, { given: { areaCode: () => samfya } }],
    ['a death', 'POST', () => `/v1/people/${String(random.pick(mine.members)?.personId)}/death` as const, ReportDeath],
    ['names', 'POST', () => '/v1/people/names', FindNames, { given: { personIds: membersOfMine } }],
    ['a comparison', 'POST', () => '/v1/people/possible-duplicates', FindPossibleDuplicates],
    ['a dismissal', 'POST', openDuplicate, DismissDuplicate, { as: 'supervisor' }],
    ['a form that is accepted', 'POST', waiting('accept'), nothing, { as: 'supervisor' }],
    ['a form that is dropped', 'POST', waiting('drop'), nothing, { as: 'administrator' }],
    [
      ...(['a kind of number', 'PUT', () => '/v1/identifier-types/ZM-NRC2', PublishIdentifierType] as const),
      { as: 'administrator', given: fitting },
    ],
    [
      ...(['how numbers are written', 'PUT', () => '/v1/number-formats', PublishNumberFormats] as const),
      { as: 'administrator', given: { ...fitting, telephone: () => numberFormats.telephone } },
    ],
    [
      ...(['areas', 'POST', () => '/v1/areas', z.strictObject({ areas: z.array(PublishArea).length(1) })] as const),
      { as: 'administrator', given: { code: () => `${samfya}W${digits(2)}` } },
    ],
    ['an end', 'POST', mineAt('/close'), CloseHousehold, { given: { on: () => registry.today() } }],
  ];
  it.each(routes)('as %s makes no mistake of ours, and is taken', async (_what, method, path, schema, how = {}) => {
    const bodies = anyMember(schema, how.given);
    const caller = registry[how.as ?? 'caseworker'];
    const statuses: number[] = [];
    const isTaken = () => statuses.some((status) => status < 300);
    for (let time = 0; time < (isTaken() ? times : mostTimes); time += 1) {
      await how.before?.();
      const { body: now } = await registry.caseworker.get(`/v1/households/${mine.id}`);
      const body = schema === nothing ? undefined : bodies.next();
      const answer = await caller.send<{ code?: string }>(method, await path(), body, ifMatch(now));
      mustBeTaken(answer, body);
      statuses.push(answer.status);
    }
    expect([isTaken(), statuses]).toEqual([true, statuses]);
    await registry.published();
  });

  it('as rows of a file is taken or refused with a place, and never for what was found when it was written', async () => {
    await registry.administrator.put('/v1/number-formats', numberFormats);
    const text = (most: number) => random.pick(['A', 'é', 'Ŵ', '漢']).repeat(random.pick([1, most]));
    const rows = Array.from({ length: 30 }, (_, index) => {
      const { members, ...form } = anyForm();
      return members
        .slice(0, 4)
        .map(({ givenNames, familyName, sex, bornOn, relationship, phone, functioning }, place) => ({
          household_ref: `${index}-${text(90)}`.slice(0, 90),
          area_code: form.areaCode,
          address: text(200),
          given_names: givenNames,
          family_name: familyName,
          sex,
          born_on: bornOn,
          relationship,
          phone: phone ?? '',
          residence_months: String(form.residence?.months ?? ''),
          rooms: String(form.dwelling?.rooms ?? ''),
          seeing: String(functioning?.seeing ?? ''),
          assets: form.assets?.join('|') ?? '',
          ...(place === 0 && { payee: 'yes', channel: 'mobile_money', account: `+26097${digits(7)}` }),
        }));
    });
    // Rows of one household have one number.
    const same = rows.flatMap((own) => own.map((cells) => ({ ...cells, household_ref: own[0]?.household_ref ?? '' })));
    const over = await importFile(registry.administrator, file(...same));
    expect(over.state).toBe('finished');
    expect(over.households.taken).toBeGreaterThan(15);
    const errors = await errorsOf(registry.administrator, over.id);
    expect(errors.filter((error) => /household_ref (household_refused|breaks_rule|unstorable)/.test(error))).toEqual(
      [],
    );
    await registry.published();
  });
});
