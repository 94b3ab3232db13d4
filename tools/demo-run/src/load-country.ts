import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '@janela/servers';
import type { Log } from '@janela/supervisor';

import type { People } from './people.ts';

const json = <Value>(...path: string[]): Value => JSON.parse(readFileSync(join(root, ...path), 'utf8')) as Value;

/** Loads a country's folder through the public APIs. What is there already stays as it is. */
export async function loadCountry(country: string, people: People, log: Log): Promise<void> {
  const folder = ['countries', country];
  const areas = await loadAreas(folder, people);
  await loadIdentifierTypes(folder, people);
  await loadNumberFormats(folder, people);
  await loadProviders(folder, people);
  const programmes = await loadProgrammes(folder, people);
  await loadCategories(folder, people);
  await loadDenominators(folder, people);
  log(`Country: ${country}, with ${areas} areas and ${programmes} programmes.`);
}

async function loadAreas(folder: string[], { administrator }: People): Promise<number> {
  const rows = rowsOf(readFileSync(join(root, ...folder, 'areas.csv'), 'utf8'));
  const areas = rows.map(({ code, name, valid_from: validFrom, valid_to: validTo }) => ({
    code,
    name,
    validFrom,
    ...(validTo && { validTo }),
  }));
  await administrator.ask('/registry/v1/areas', { body: { areas } });
  return areas.length;
}

type IdentifierType = { type: string; name: object; pattern: string; example: string; unique: boolean };

async function loadIdentifierTypes(folder: string[], { administrator }: People): Promise<void> {
  const { identifierTypes } = json<{ identifierTypes: IdentifierType[] }>(...folder, 'country.json');
  for (const { type, name, pattern, example, unique } of identifierTypes)
    await administrator.ask(`/registry/v1/identifier-types/${type}`, {
      method: 'PUT',
      body: { name, pattern, example, unique },
    });
}

type Telephone = { prefix: string; trunk: string; mobile: string[]; fixed: string[]; example: string };
type Account = { source: string; status: string };

/** How telephones and accounts are written, and which providers there are; where that comes from is for the readers of the file. */
async function loadNumberFormats(folder: string[], { administrator }: People): Promise<void> {
  const { phone, accounts } = json<{ phone: Telephone; accounts: Account[] }>(...folder, 'country.json');
  const { prefix, trunk, mobile, fixed, example } = phone;
  const body = {
    telephone: { prefix, trunk, mobile, fixed, example },
    accounts: accounts.map(({ source: _source, status: _status, ...account }) => account),
    providers: json<Provider[]>(...folder, 'providers.json').map(({ code }) => code),
  };
  await administrator.ask('/registry/v1/number-formats', { method: 'PUT', body });
}

type Provider = { code: string; name: object; channels: string[] };

async function loadProviders(folder: string[], { administrator }: People): Promise<void> {
  for (const { code, name, channels } of json<Provider[]>(...folder, 'providers.json'))
    await administrator.ask('/payments/v1/providers', { body: { code, name, channels } });
}

type Written = { id: string; versions: { version: number; state: string }[] };

/** One person writes the programmes, another publishes them. */
async function loadProgrammes(folder: string[], { designer, publisher }: People): Promise<number> {
  for (const file of filesIn(folder, 'scorecards')) {
    const scorecard = json<{ code: string }>(...folder, 'scorecards', file);
    await designer.ask(`/eligibility/v1/scorecards/${scorecard.code}`, { method: 'PUT', body: scorecard });
  }
  const files = filesIn(folder, 'programmes');
  for (const file of files) {
    const body = json<object>(...folder, 'programmes', file);
    const { id, versions } = await designer.ask<Written>('/eligibility/v1/programmes', { body });
    for (const { version, state } of versions)
      if (state !== 'published')
        await publisher.ask(`/eligibility/v1/programmes/${id}/versions/${version}/publish`, { body: {} });
  }
  return files.length;
}

type Category = { source: string; status: string };

/** The kinds of complaints; where a deadline comes from is for the readers of the file. */
async function loadCategories(folder: string[], { administrator }: People): Promise<void> {
  const { categories } = json<{ categories: Category[] }>(...folder, 'grievances.json');
  const body = { categories: categories.map(({ source: _source, status: _status, ...category }) => category) };
  await administrator.ask('/grievances/v1/categories', { method: 'PUT', body });
}

async function loadDenominators(folder: string[], { administrator }: People): Promise<void> {
  const rows = filesIn(folder, 'denominators').flatMap((file) =>
    rowsOf(readFileSync(join(root, ...folder, 'denominators', file), 'utf8')),
  );
  const sources = json<unknown>(...folder, 'sources.json');
  await administrator.ask('/reporting/v1/denominators', { method: 'PUT', body: { rows, sources } });
}

const filesIn = (folder: string[], part: string): string[] =>
  readdirSync(join(root, ...folder, part))
    .filter((file) => /\.(json|csv)$/.test(file))
    .sort();

/** The rows of a CSV file of ours, by their heads. Values may stand in quotes; none runs over a line. */
export function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = cellsOf(head);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] ?? '', cell])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
