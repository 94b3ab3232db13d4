import { numberIn, phoneNumber } from '../household/numbers.ts';
import { shapeNames } from '../household/shapes.ts';
import { areaProblems } from '../country/areas.ts';
import { grievanceProblems } from '../country/grievances.ts';
import type { Country } from '../country/load-country.ts';
import { questionnaireProblems, repeated } from '../country/questionnaire.ts';

/** Sentences about what does not fit together between the files of a country; none when all is well. */
export function countryProblems(country: Country): string[] {
  const levels = country.profile.areaLevels.map(({ level }) => level);
  return [
    ...areaProblems(country.areas, levels),
    ...questionnaireProblems(country.questionnaire),
    ...sourceProblems(country),
    ...denominatorProblems(country),
    ...providerProblems(country),
    ...numberProblems(country),
    ...grievanceProblems(country.grievances),
    ...nameProblems(country),
    ...recipeProblems(country),
    ...twice(
      'country.json: holiday',
      country.profile.calendar.holidays.map(({ on }) => on),
    ),
    ...twice(
      'country.json: identifier type',
      country.profile.identifierTypes.map(({ type }) => type),
    ),
  ];
}

function sourceProblems({ profile, sources, ...country }: Country): string[] {
  const { currency, languages, phone, accounts, identifierTypes, institutions, calendar } = profile;
  const facts = [currency, phone, calendar, ...languages, ...accounts, ...identifierTypes, ...institutions];
  const { areas, names, providers, grievances, questionnaire, recipe } = country;
  const rows = [...areas, ...names, ...providers, grievances, ...grievances.categories, questionnaire, recipe];
  const named = [...facts, ...rows, ...country.denominators].map(({ source }) => source);
  return [...new Set(named)]
    .filter((source) => source !== '' && !sources[source])
    .map((source) => `sources.json: nothing is said about the source "${source}"`);
}

function denominatorProblems({ areas, denominators }: Country): string[] {
  const codes = new Set(areas.map(({ code }) => code));
  const unknown = denominators.filter(({ area_code }) => !codes.has(area_code));
  const keys = denominators.map((row) =>
    [row.measure, row.area_code, row.year, row.sex, row.age_group, row.source].join(' '),
  );
  const unsourced = denominators.filter(({ status, source }) => (status === 'missing') !== (source === ''));
  return [
    ...unknown.map(({ area_code }) => `denominators: there is no area ${area_code}`),
    ...twice('denominators:', keys),
    ...unsourced.map(
      ({ measure, area_code }) => `denominators: ${measure} of ${area_code} has a source, or is missing`,
    ),
  ];
}

function providerProblems({ providers, questionnaire }: Country): string[] {
  const channels = codesOf(questionnaire, 'channel');
  return providers.flatMap(({ code, channels: offered, behaviours }) => [
    ...offered
      .filter((channel) => !channels.has(channel))
      .map((channel) => `providers.json: ${code} offers the channel ${channel}, which no form has`),
    ...twice(
      `providers.json: ${code} account ending`,
      behaviours.map(({ accountEnding }) => accountEnding),
    ),
  ]);
}

/** What is said of telephones and accounts agrees with itself, with the providers, and with what the form offers. */
function numberProblems({ profile, providers, questionnaire }: Country): string[] {
  const { phone, accounts } = profile;
  const channels = codesOf(questionnaire, 'channel');
  const isMobile = phone.mobile.some((pattern) => new RegExp(pattern).test(phone.example.slice(phone.prefix.length)));
  const checks: [boolean, string][] = [
    [new RegExp(phone.pattern).test(phone.example), 'phone: the example does not fit its pattern'],
    [phone.example.startsWith(phone.prefix) && isMobile, 'phone: the example is no mobile number of its parts'],
    ...accounts.flatMap(({ channel, provider }): [boolean, string][] => [
      [channels.has(channel), `accounts: the channel ${channel} is in no form`],
      [
        provider === undefined || providers.some(({ code }) => code === provider),
        `accounts: the provider ${String(provider)} is not known`,
      ],
    ]),
  ];
  return [
    ...checks.flatMap(([fine, problem]) => (fine ? [] : [`country.json: ${problem}`])),
    ...twice(
      'country.json: account',
      accounts.map(({ channel, provider }) => [channel, provider].filter(Boolean).join(' of ')),
    ),
  ];
}

function nameProblems({ names, recipe }: Country): string[] {
  const languages = new Set(recipe.areas.flatMap(({ languages: mix }) => Object.keys(mix)));
  const has = (language: string, use: string): boolean =>
    names.some((name) => name.language === language && name.use === use);
  const needed = [...languages].flatMap((language) =>
    ['female', 'male', 'family'].map((use) => [language, use] as const),
  );
  const lacking = [...needed, ['christian', 'female'] as const, ['christian', 'male'] as const]
    .filter(([language, use]) => !has(language, use))
    .map((what) => what.join(' '));
  return [
    ...lacking.map((what) => `names.csv: there are no ${what} names`),
    ...twice(
      'names.csv:',
      names.map(({ language, use, name }) => `${language} ${use} ${name}`),
    ),
  ];
}

function recipeProblems({ profile, questionnaire, providers, recipe, areas }: Country): string[] {
  const lists: [string, string, string[]][] = [
    ['work', 'work', recipe.work.flatMap(({ urban, rural }) => [...Object.keys(urban), ...Object.keys(rural)])],
    ['workWelfare', 'work', Object.keys(recipe.workWelfare)],
    ['insured', 'work', Object.keys(recipe.insured)],
    ['assets', 'asset', Object.keys(recipe.assets)],
    ['consentMethods', 'consent_method', Object.keys(recipe.consentMethods)],
    ['payment', 'channel', Object.keys({ ...recipe.payment.urban, ...recipe.payment.rural })],
    ...Object.entries(recipe.dwelling).map(
      ([list, ladder]) => [`dwelling ${list}`, list, Object.keys(ladder)] as [string, string, string[]],
    ),
  ];
  const strange = lists.flatMap(([where, list, codes]) =>
    codes
      .filter((code) => !codesOf(questionnaire, list).has(code))
      .map((code) => `${where} has "${code}", which no form offers`),
  );
  const identifier = profile.identifierTypes.find(({ type }) => type === recipe.identifier.type);
  const checks: [boolean, string][] = [
    [
      Object.keys(recipe.shapes).every((shape) => (shapeNames as string[]).includes(shape)),
      'shapes has one that cannot be made',
    ],
    [
      new RegExp(identifier?.pattern ?? '$^').test(numberIn(recipe.identifier.form, 0, 1)),
      'identifier does not fit its pattern',
    ],
    [new RegExp(profile.phone.pattern).test(phoneNumber(recipe.phone, ['10'], 0, 1)), 'phone does not fit its pattern'],
    [providers.some(({ code }) => code === recipe.payment.provider), 'payment has an unknown provider'],
    [recipe.areas.every(({ within }) => areas.some(({ code }) => code === within)), 'areas has an unknown area'],
  ];
  return [...strange, ...checks.flatMap(([fine, problem]) => (fine ? [] : [problem]))].map(
    (problem) => `recipe.json: ${problem}`,
  );
}

function codesOf({ codeLists }: Country['questionnaire'], list: string): Set<string> {
  return new Set((codeLists[list] ?? []).map(({ code }) => code));
}

function twice(where: string, values: readonly string[]): string[] {
  return repeated(values).map((value) => `${where} ${value} is there twice`);
}
