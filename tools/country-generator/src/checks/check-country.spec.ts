import { describe, expect, it } from '@jest/globals';

import { Area } from '../country/areas.ts';
import { countryProblems } from './check-country.ts';
import { Denominator } from '../country/denominators.ts';
import { type Country, loadCountry } from '../country/load-country.ts';
import { Profile } from '../country/profile.ts';
import { LocalText } from '../country/provenance.ts';
import { Questionnaire } from '../country/questionnaire.ts';

const zambia = loadCountry('zambia');

/** The problems of Zambia after something in it was changed. */
function problemsAfter(change: (country: Country) => void): string[] {
  const country = structuredClone(zambia);
  change(country);
  return countryProblems(country);
}

const areaOf = ({ areas }: Country, code: string): Area => areas.find((area) => area.code === code) as Area;

describe('Checking a country', () => {
  it('finds an area whose parent is not there', () => {
    expect(problemsAfter((country) => (areaOf(country, 'ZM104011').parent = 'ZM199'))).toContain(
      'areas.csv: ZM104011 Samfya has an unknown parent "ZM199"',
    );
  });

  it('finds an area that hangs below the wrong one', () => {
    expect(problemsAfter((country) => (areaOf(country, 'ZM104011').parent = 'ZM105'))).toEqual([
      "areas.csv: ZM104011 Samfya does not begin with its parent's code ZM105",
    ]);
    expect(problemsAfter((country) => (areaOf(country, 'ZM104011').parent = 'ZM'))).toEqual([
      'areas.csv: ZM104011 Samfya hangs below a country',
    ]);
  });

  it('finds an area of a level that the country does not have, and one that is listed twice', () => {
    expect(problemsAfter((country) => (areaOf(country, 'ZM104005').level = 'chiefdom')).join()).toContain(
      'unknown level "chiefdom"',
    );
    expect(problemsAfter(({ areas }) => areas.push(areas[5] as Area))).toContain('areas.csv: a code is listed twice');
  });

  it('finds a source that is not described', () => {
    expect(problemsAfter(({ profile }) => (profile.phone.source = 'hearsay'))).toEqual([
      'sources.json: nothing is said about the source "hearsay"',
    ]);
  });

  it('finds a telephone and accounts that do not agree with the rest of the country', () => {
    expect(problemsAfter(({ profile }) => (profile.phone.trunk = '9'))).toEqual([]);
    expect(problemsAfter(({ profile }) => (profile.phone.prefix = '+265'))).toEqual([
      'country.json: phone: the example is no mobile number of its parts',
    ]);
    expect(problemsAfter(({ profile }) => (profile.phone.example = '+260211123456'))).toEqual([
      'country.json: phone: the example does not fit its pattern',
      'country.json: phone: the example is no mobile number of its parts',
    ]);
    const problems = problemsAfter(({ profile: { accounts } }) => {
      const [wallet] = accounts;
      if (wallet) accounts.push({ ...wallet }, { ...wallet, channel: 'pigeon', provider: 'unknown' });
    });
    expect(problems).toEqual([
      'country.json: accounts: the channel pigeon is in no form',
      'country.json: accounts: the provider unknown is not known',
      'country.json: account mobile_money is there twice',
    ]);
  });

  it('finds deadlines out of order, a category twice, and a sensitive one that the community would learn of', () => {
    const problems = problemsAfter(({ grievances: { categories } }) => {
      const abuse = categories.find(({ code }) => code === 'abuse');
      if (abuse) categories.push({ ...abuse, startsAt: 'community', resolveWithinHours: 1 });
    });

    expect(problems).toEqual([
      'grievances.json: abuse has deadlines out of order',
      'grievances.json: abuse is sensitive and goes to the community',
      'grievances.json: abuse is there twice',
    ]);
  });

  it('finds a question that depends on a later one, and a list that is missing or never used', () => {
    const problems = problemsAfter(({ questionnaire }) => {
      for (const { questions } of questionnaire.sections) questions.reverse();
      questionnaire.sections.reverse();
      delete questionnaire.codeLists.roof;
      questionnaire.codeLists.colour = [];
    });

    expect(problems).toContain('questionnaire.json: pregnant depends on sex, which is not asked before it');
    expect(problems).toContain(
      'questionnaire.json: identifier_value takes its form from identifier_type, which is not asked before it',
    );
    expect(problems).toContain('questionnaire.json: roof offers the list roof, which is not there');
    expect(problems).toContain('questionnaire.json: the list colour is offered by no question');
  });

  it('finds a figure for an unknown area, and one that is given twice', () => {
    const problems = problemsAfter(({ denominators }) => {
      const [first] = denominators as [Denominator];
      denominators.push(first, { ...first, area_code: 'ZM999' });
    });

    expect(problems).toContain('denominators: there is no area ZM999');
    expect(problems.some((problem) => problem.endsWith('is there twice'))).toBe(true);
  });

  it('finds a language without names, and a recipe with what no form offers', () => {
    const problems = problemsAfter(({ recipe, providers }) => {
      recipe.areas[0] = { within: 'ZM', urban: 0, welfare: 0, languages: { klingon: 1 } };
      recipe.assets.spaceship = { from: 9 };
      recipe.identifier.form = '###';
      recipe.payment.provider = 'unknown';
      providers[0]?.channels.push('pigeon');
    });

    expect(problems).toEqual(
      expect.arrayContaining([
        'names.csv: there are no klingon family names',
        'recipe.json: assets has "spaceship", which no form offers',
        'recipe.json: identifier does not fit its pattern',
        'recipe.json: payment has an unknown provider',
        'providers.json: sandbox offers the channel pigeon, which no form has',
      ]),
    );
  });
});

describe('The shape of country files', () => {
  it('refuses a label that lacks a language, or is empty in one', () => {
    expect(LocalText.safeParse({ en: 'Yes', pt: 'Sim' }).success).toBe(false);
    expect(LocalText.safeParse({ en: 'Yes', pt: 'Sim', fr: '' }).success).toBe(false);
    expect(LocalText.safeParse({ en: 'Yes', pt: 'Sim', fr: 'Oui' }).success).toBe(true);
  });

  it('refuses an identity document whose own example does not fit', () => {
    const profile = structuredClone(zambia.profile);
    if (profile.identifierTypes[0]) profile.identifierTypes[0].example = '123';

    expect(Profile.safeParse(profile).success).toBe(false);
  });

  it('refuses a pattern that is none', () => {
    const profile = structuredClone(zambia.profile);
    profile.phone.pattern = '([';

    expect(Profile.safeParse(profile).success).toBe(false);
  });

  it('refuses a figure that is neither there nor explained', () => {
    const row = {
      measure: 'births',
      area_code: 'ZM',
      year: '2025',
      sex: 'all',
      age_group: 'all',
      unit: 'births',
      kind: '',
    };
    const given = (value: string, status: string, note: string): boolean =>
      Denominator.safeParse({ ...row, value, source: 'wpp-2024', status, note }).success;

    expect(given('708934', 'sourced', '')).toBe(true);
    expect(given('', 'missing', 'Not found')).toBe(true);
    expect(given('', 'sourced', '')).toBe(false);
    expect(given('', 'missing', '')).toBe(false);
    expect(given('many', 'sourced', '')).toBe(false);
    expect(given('-1', 'sourced', '')).toBe(false);
  });

  it('refuses a question of a kind that no form can draw, and a word that it does not know', () => {
    const questionnaire = structuredClone(zambia.questionnaire) as unknown as { sections: { questions: object[] }[] };
    const [section] = questionnaire.sections;
    section?.questions.push({
      id: 'mood',
      path: 'mood',
      type: 'smiley',
      label: { en: 'a', pt: 'b', fr: 'c' },
      required: false,
    });

    expect(Questionnaire.safeParse(questionnaire).success).toBe(false);
    expect(Area.safeParse({ ...zambia.areas[0], colour: 'green' }).success).toBe(false);
  });

  it('says which file is not as it must be', () => {
    expect(() => loadCountry('atlantis')).toThrow(/atlantis/);
  });
});
