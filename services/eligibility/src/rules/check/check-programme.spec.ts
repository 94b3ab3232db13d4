import { describe, expect, it } from '@jest/globals';

import { zambia, zambianWords } from '../../../test/support/zambia.ts';
import { checkProgramme } from './check-programme.ts';

type Json = Record<string, unknown>;

/** The social pension with something changed, at any depth. */
function pension(change: (programme: Json, version: Json) => void): Json {
  const programme = structuredClone(zambia.programmes['social-pension']) as Json;
  const [version] = programme.versions as Json[];
  change(programme, version as Json);
  return programme;
}
const problemsOf = (json: unknown) => checkProgramme(json, zambianWords).map(({ pointer, code }) => [pointer, code]);
const problemsOfChanged = (change: Parameters<typeof pension>[0]) => problemsOf(pension(change));

describe('checking a programme', () => {
  it('finds what is wrong with its rules, where they stand in the whole', () => {
    const problems = problemsOfChanged((_, { ruleSet }) => {
      ((ruleSet as Json).criteria as Json).when = { left: { person: 'shoe_size' }, op: '>', right: 1 };
    });
    expect(problems).toEqual([['/versions/0/ruleSet/criteria/when/left/person', 'unknown_fact']]);
  });

  it('finds what is wrong with a supplement', () => {
    const when = { left: { fact: 'shoe_size' }, op: '>', right: 1 };
    const supplement = { id: 'shoes', title: { en: 'a', pt: 'b', fr: 'c' }, when, amountMinor: 1 };
    const problems = problemsOfChanged((_, { amount }) =>
      (amount as { supplements: Json[] }).supplements.push(supplement),
    );
    expect(problems).toEqual([['/versions/0/amount/supplements/0/when/left/fact', 'unknown_fact']]);
  });

  it('refuses rules about households in a programme for persons', () => {
    expect(problemsOfChanged((programme) => (programme.unit = 'household'))).toEqual([
      ['/versions/0/ruleSet/unit', 'unit_differs'],
    ]);
  });

  it('refuses amounts in another currency', () => {
    expect(problemsOfChanged((_, { ruleSet }) => ((ruleSet as Json).currency = 'MZN'))).toEqual([
      ['/versions/0/ruleSet/currency', 'currency_differs'],
    ]);
  });

  it('refuses a programme that pays nothing out and takes nothing in', () => {
    expect(problemsOfChanged((_, version) => delete version.amount)).toContainEqual(['/versions/0', 'amount_missing']);
    expect(problemsOfChanged((programme) => (programme.contributory = true))).toEqual([
      ['/versions/0', 'amount_missing'],
    ]);
  });

  it('refuses two versions from the same day, or of the same number', () => {
    const again = (changed: Json) =>
      problemsOfChanged(({ versions }, version) => (versions as Json[]).push({ ...version, ...changed }));
    expect(again({ version: 2 })).toEqual([['/versions/1', 'version_repeated']]);
    expect(again({ validFrom: '2027-01-01' })).toEqual([['/versions/1', 'version_repeated']]);
    expect(again({ version: 2, validFrom: '2027-01-01' })).toEqual([]);
  });

  it('refuses a statement that does not say where it comes from', () => {
    const without = (about: string) => (document: Json) =>
      (document.provenance = (document.provenance as Json[]).filter((each) => each.about !== about));
    expect(problemsOfChanged(without('/unit'))).toEqual([['/unit', 'provenance_missing']]);
    expect(problemsOfChanged((_, version) => without('/amount')(version))).toEqual([
      ['/versions/0/amount', 'provenance_missing'],
    ]);
  });

  it('refuses a source for something that is not there', () => {
    const stray = { about: '/budget', status: 'sourced', source: 'hearsay' };
    expect(problemsOfChanged(({ provenance }) => (provenance as Json[]).push(stray))).toEqual([
      ['/provenance', 'provenance_dangling'],
    ]);
  });

  it('refuses to rank people by a code', () => {
    const quota = { areaLevel: 2, places: {}, order: [{ by: { person: 'sex' }, first: 'highest' }] };
    const problems = problemsOfChanged((programme) => {
      programme.quota = quota;
      (programme.provenance as Json[]).push({ about: '/quota', status: 'illustrative', source: 'a test' });
    });
    expect(problems).toEqual([['/quota/order/0/by', 'wrong_type']]);
  });

  it.each([
    ['nothing', null],
    ['a fraction of an ngwee', pension((_, { amount }) => ((amount as Json).base = { fixed: 0.5 }))],
    ['less than nothing', pension((_, { amount }) => ((amount as Json).base = { fixed: -1 }))],
    ['no version', pension((programme) => (programme.versions = []))],
    ['a day that there is not', pension((_, version) => (version.validFrom = '2026-02-30'))],
  ])('refuses %s', (_, json) => {
    const codes = checkProgramme(json, zambianWords).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['malformed']));
  });

  it('names the field that it does not know', () => {
    const problems = problemsOfChanged((programme) => (programme.colour = 'green'));
    expect(problems).toEqual([['/colour', 'unknown_field']]);
  });
});
