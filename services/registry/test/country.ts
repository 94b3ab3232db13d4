import { readFileSync } from 'node:fs';

import type { PublishArea, PublishIdentifierType, PublishNumberFormats } from '@janela/contracts';

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

const existed = { validFrom: '2023-06-29' } as const;

/** A few areas, one of which is no more. */
export const areas: PublishArea[] = [
  { code: 'ZM', name: 'Zambia', ...existed },
  { code: 'ZM104', name: 'Luapula', ...existed },
  { code: samfya, name: 'Samfya', ...existed },
  { code: lunga, name: 'Lunga', ...existed },
  { code: 'ZM104011W01', name: 'Kapata', ...existed },
  { code: 'ZM104012', name: 'Old Samfya', ...existed, validTo: '2024-12-31' },
];

/** As the country's data say it. */
export const identifierTypes: Record<string, PublishIdentifierType> = Object.fromEntries(
  countryFile<{ identifierTypes: ({ type: string } & PublishIdentifierType)[] }>('country.json').identifierTypes.map(
    ({ type, name, pattern, example, unique }) => [type, { name, pattern, example, unique }],
  ),
);

interface CountryNumbers {
  phone: PublishNumberFormats['telephone'] & { pattern: string; source: string; status: string };
  accounts: (PublishNumberFormats['accounts'][number] & { source: string; status: string })[];
}

/** As the country's data say it, without where they come from. */
export const numberFormats: PublishNumberFormats = formatsOf(countryFile<CountryNumbers>('country.json'));

function formatsOf({ phone, accounts }: CountryNumbers): PublishNumberFormats {
  const { prefix, trunk, mobile, fixed, example } = phone;
  return {
    telephone: { prefix, trunk, mobile, fixed, example },
    accounts: accounts.map(({ source: _source, status: _status, ...account }) => account),
  };
}

export function countryPath(path: string): URL {
  return new URL(`../../../countries/zambia/${path}`, import.meta.url);
}

export function countryFile<T>(path: string): T {
  return JSON.parse(readFileSync(countryPath(path), 'utf8')) as T;
}
