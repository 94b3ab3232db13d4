import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Programme, type ProgrammeDefinition, ProgrammePublished } from '@janela/contracts';
import { type Caller, type Harness, ok } from '@janela/testing';

import { loadProgramme, outcome, programmeLike, startEligibility } from './eligibility.harness.ts';
import { registered } from './support/published-households.ts';
import { couple, oldMan, widow } from './support/situations.ts';
import { zambia } from './support/zambia.ts';

let eligibility: Harness<'eligibility'>;
let designer: Caller<'eligibility'>;
let publisher: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  [designer, publisher] = await Promise.all([eligibility.as('designer'), eligibility.as('publisher')]);
  ok(await designer.put('/v1/scorecards/ppi_zmb_2015', zambia.ppi));
});
afterAll(() => eligibility.stop());

const sct = programmeLike('social-cash-transfer', {});
const write = (document: unknown) => designer.untyped.post<Programme>('/v1/programmes', document);
const publish = (id: string, number: number, body = {}) =>
  publisher.post(`/v1/programmes/${id}/versions/${number}/publish`, body);
const another = (code: string, changes: Partial<ProgrammeDefinition> = {}) =>
  programmeLike('social-pension', { code, ...changes });
const versionLike = (document: ProgrammeDefinition, version: number, validFrom: string) => {
  const [first] = document.versions;
  return { ...structuredClone(first), version, validFrom, ruleSet: { ...first?.ruleSet, version } };
};

describe('writing a programme', () => {
  it('keeps it as it is written, its versions as drafts with their rules in CEL', async () => {
    const { status, body } = await write(sct);
    expect({ status, code: body.code, version: body.version }).toEqual({ status: 201, code: 'SCT', version: 1 });
    expect(body.versions.map(({ version, state, writtenBy }) => [version, state, writtenBy])).toEqual([
      [1, 'draft', 'Natasha Zulu'],
      [2, 'draft', 'Natasha Zulu'],
    ]);
    expect(body.versions[1]?.cel).toContain('resident_months >= 6 // resident_six_months');
    expect(body.versions[1]?.ruleSet).toEqual(sct.versions[1]?.ruleSet);
  });

  it('changes nothing when the same comes again', async () => {
    const first = await write(sct);
    const again = await write(structuredClone(sct));
    expect(again.body).toEqual(first.body);
  });

  it('refuses another programme under the same code, and another version under the same number', async () => {
    expect(outcome(await write({ ...sct, frequency: 'monthly' }))).toEqual([409, 'eligibility.programme_mismatch']);
    const [one, two] = structuredClone(sct.versions);
    if (one) one.validFrom = '2024-02-01';
    expect(outcome(await write({ ...sct, versions: [one, two] }))).toEqual([409, 'eligibility.version_differs']);
  });

  it('says where it is wrong, with a pointer for each place', async () => {
    const wrong = structuredClone(another('WRONG'));
    Object.assign(wrong.versions[0]?.ruleSet ?? {}, {
      criteria: {
        ...(wrong.versions[0]?.ruleSet.criteria as object),
        when: { left: { person: 'shoe_size' }, op: '>=', right: 1 },
      },
    });
    const answer = await write(wrong);
    expect(outcome(answer)).toEqual([422, 'eligibility.programme_invalid']);
    expect(answer.body).toMatchObject({
      errors: [{ in: 'body', pointer: '/versions/0/ruleSet/criteria/when/left/person', code: 'unknown_fact' }],
    });
  });

  it.each([
    ['an unknown field', { ...sct, colour: 'green' }, '/colour', 'unknown_field'],
    ['no versions', { ...sct, versions: [] }, '/versions', 'malformed'],
    ['nothing', {}, '/code', 'malformed'],
    ['a list', [], '', 'malformed'],
  ])('refuses %s', async (_, document, pointer, code) => {
    const answer = await write(document);
    expect(outcome(answer)).toEqual([400, 'request.invalid']);
    expect(answer.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) });
  });

  it('refuses rules that are too deep to be looked at', async () => {
    let deep: object = { left: { fact: 'household_size' }, op: '>', right: 1 };
    for (let level = 0; level < 1_000; level += 1) deep = { not: deep };
    expect(outcome(await write({ ...sct, code: 'DEEP', deep }))).toEqual([400, 'request.too_deep']);
  });
});

describe('adding a version', () => {
  it('takes a later one, once', async () => {
    const document = another('LATER');
    const body = ok(await write(document));
    const version = versionLike(document, 2, '2027-01-01');
    const added = await designer.untyped.post<Programme>(`/v1/programmes/${body.id}/versions`, version);
    expect(added.body.versions.map(({ version: number, state }) => [number, state])).toEqual([
      [1, 'draft'],
      [2, 'draft'],
    ]);
    const again = await designer.untyped.post<Programme>(`/v1/programmes/${body.id}/versions`, version);
    expect(again.body).toEqual(added.body);
  });

  it('points into the version that was sent', async () => {
    const document = another('POINTED');
    const body = ok(await write(document));
    const sameDay = versionLike(document, 2, document.versions[0]?.validFrom ?? '');
    const answer = await designer.untyped.post(`/v1/programmes/${body.id}/versions`, { ...sameDay, amount: undefined });
    expect(outcome(answer)).toEqual([422, 'eligibility.programme_invalid']);
    expect(answer.body).toMatchObject({
      errors: [
        { pointer: '', code: 'amount_missing' },
        { pointer: '', code: 'version_repeated' },
        { pointer: '/provenance', code: 'provenance_dangling' },
      ],
    });
  });

  it('refuses another meaning under a number that is taken', async () => {
    const document = another('MEANING');
    const body = ok(await write(document));
    const other = versionLike(document, 1, '2025-05-05');
    const answer = await designer.untyped.post(`/v1/programmes/${body.id}/versions`, other);
    expect(outcome(answer)).toEqual([409, 'eligibility.version_differs']);
  });
});

describe('publishing a version', () => {
  it('is published to other services, and changes nothing the second time', async () => {
    const body = ok(await write(sct));
    ok(await publish(body.id, 1));
    const done = ok(await publish(body.id, 2));
    expect(done.versions.map(({ state, publishedBy }) => [state, publishedBy])).toEqual([
      ['superseded', 'Charles Mumba'],
      ['published', 'Charles Mumba'],
    ]);
    expect((await publish(body.id, 2)).body).toEqual(done);
    const events = await eligibility.published(ProgrammePublished);
    expect(events.filter(({ key }) => key === body.id).map(({ data }) => data)).toMatchObject([
      { code: 'SCT', version: 1, validFrom: '2024-01-01', unit: 'household', contributory: false, currency: 'ZMW' },
      { code: 'SCT', version: 2, validFrom: '2026-01-01', frequency: 'every_two_months' },
    ]);
  });

  it('is for another person than who wrote it', async () => {
    const both = await eligibility.as({ roles: ['designer', 'publisher'], id: 'both' });
    const body = ok(await both.post('/v1/programmes', another('OWN')));
    const answer = await both.post(`/v1/programmes/${body.id}/versions/1/publish`, {});
    expect(outcome(answer)).toEqual([403, 'eligibility.same_author']);
  });

  it('can take effect on another day, after those before it', async () => {
    const document = another('DAYS');
    document.versions.push(versionLike(document, 2, '2027-01-01') as never);
    const { id } = ok(await write(document));
    ok(await publish(id, 1, { from: '2026-06-01' }));
    expect(outcome(await publish(id, 2, { from: '2026-06-01' }))).toEqual([409, 'eligibility.version_not_later']);
    const body = ok(await publish(id, 2, { from: '2030-01-01' }));
    expect(body.versions.map(({ validFrom, state }) => [validFrom, state])).toEqual([
      ['2026-06-01', 'published'],
      ['2030-01-01', 'published'],
    ]);
    expect(outcome(await publish(id, 2, { from: '2031-01-01' }))).toEqual([409, 'eligibility.version_not_draft']);
    expect(outcome(await publish(id, 3))).toEqual([404, 'eligibility.version_not_found']);
  });

  it('is for good: the database itself refuses a change', async () => {
    const { id } = ok(await write(sct));
    const rewrite = eligibility.db.query(
      `UPDATE programme_versions SET definition = '{}' WHERE programme_id = $1 AND number = 1`,
      [id],
    );
    await expect(rewrite).rejects.toThrow('a published version of a programme never changes');
  });
});

describe('who sees which programmes', () => {
  it('hides drafts from those who neither write nor publish', async () => {
    const { id } = ok(await write(another('SECRET')));
    const caseworker = await eligibility.as('caseworker');
    expect(outcome(await caseworker.get(`/v1/programmes/${id}`))).toEqual([404, 'eligibility.programme_not_found']);
    const body = ok(await caseworker.get('/v1/programmes'));
    const states = body.items.flatMap(({ versions }) => versions.map(({ state }) => state));
    expect(body.items.map(({ code }) => code)).not.toContain('SECRET');
    expect(states).not.toContain('draft');
    expect((await designer.get(`/v1/programmes/${id}`)).status).toBe(200);
  });

  it('lists them page by page', async () => {
    const first = ok(await designer.get('/v1/programmes?limit=2'));
    const second = ok(await designer.get(`/v1/programmes?limit=2&after=${first.next}`));
    const codes = [...first.items, ...second.items].map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(new Set(codes).size).toBe(4);
  });
});

describe('a version that would match nearly everyone, or nearly no one', () => {
  const everybody = { left: { fact: 'household_size' }, op: '>=', right: 1 };
  const none = { left: { fact: 'household_size' }, op: '>=', right: 60 };
  const matching = (code: string, when: object) => {
    const document = structuredClone(another(code, { unit: 'household' }));
    const [version] = document.versions;
    Object.assign(version?.ruleSet ?? {}, {
      unit: 'household',
      criteria: { id: 'size', title: document.names, status: 'illustrative', source: 'a test', when },
    });
    return document;
  };

  it('passes while no household is known', async () => {
    const programme = await loadProgramme(eligibility, matching('EMPTY', everybody));
    expect(programme.code).toBe('EMPTY');
  });

  it.each([
    ['EVERYBODY', everybody, { judged: 3, eligible: 3 }],
    ['NONE', none, { judged: 3, eligible: 0 }],
  ])('stops, and needs a written reason: %s', async (code, when, reach) => {
    if (code === 'EVERYBODY') for (const home of [widow, oldMan, couple]) await registered(eligibility, home);
    const { id } = ok(await write(matching(code, when)));
    const answer = await publish(id, 1);
    expect(outcome(answer)).toEqual([409, 'eligibility.reach_needs_reason']);
    expect(answer.body).toMatchObject(reach);
    const body = ok(await publish(id, 1, { reason: 'It is meant for a test.' }));
    expect(body.versions[0]?.reach).toEqual({ ...reach, reason: 'It is meant for a test.' });
  });

  it('needs no reason where some are in and some are out', async () => {
    const { id } = ok(await write(another('SOME')));
    const body = ok(await publish(id, 1));
    expect(body.versions[0]?.reach).toEqual({ judged: 6, eligible: 2 });
  });
});

describe('a scorecard', () => {
  it('is loaded once and for all', async () => {
    const again = await designer.put('/v1/scorecards/ppi_zmb_2015', zambia.ppi);
    expect(again.body).toEqual(zambia.ppi);
    const other = { ...(zambia.ppi as object), publisher: 'Another one' };
    expect(outcome(await designer.untyped.put('/v1/scorecards/ppi_zmb_2015', other))).toEqual([
      409,
      'eligibility.scorecard_differs',
    ]);
    expect((await publisher.get('/v1/scorecards/ppi_zmb_2015')).body).toEqual(zambia.ppi);
    expect(outcome(await publisher.get('/v1/scorecards/ppi_moz'))).toEqual([404, 'eligibility.scorecard_not_found']);
  });

  it('is refused where it cannot be read', async () => {
    const gap = { ...(zambia.ppi as { lookup: object }), code: 'gap', lookup: {} };
    expect(outcome(await designer.untyped.put('/v1/scorecards/gap', gap))).toEqual([
      422,
      'eligibility.scorecard_invalid',
    ]);
    const answer = await designer.put('/v1/scorecards/another', zambia.ppi);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/code', code: 'wrong_code' }] });
    expect(outcome(await designer.untyped.put('/v1/scorecards/gap', 'no scorecard'))).toEqual([
      415,
      expect.any(String),
    ]);
  });
});
