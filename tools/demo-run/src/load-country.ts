import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type BodyOf, bodyOf, type OperationAt } from '@janela/api-client';
import type {
  AccountFormat,
  AddProvider,
  IdentifierType,
  ProgrammeDefinition,
  PublishCategories,
  Scorecard,
  TelephoneFormat,
} from '@janela/contracts';
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
  const areas = rows.map(({ code = '', name = '', valid_from: validFrom = '', valid_to: validTo }) => ({
    code,
    name,
    validFrom,
    ...(validTo && { validTo }),
  }));
  await administrator.registry.POST('/v1/areas', { body: { areas } });
  return areas.length;
}

async function loadIdentifierTypes(folder: string[], { administrator }: People): Promise<void> {
  const { identifierTypes } = json<{ identifierTypes: IdentifierType[] }>(...folder, 'country.json');
  for (const { type, name, pattern, example, unique } of identifierTypes)
    await administrator.registry.PUT('/v1/identifier-types/{type}', {
      params: { path: { type } },
      body: { name, pattern, example, unique },
    });
}

/** Where a value comes from is for the readers of the file. */
type Sourced<Value> = Value & { source: string; status: string };

/** How telephones and accounts are written, and which providers there are. */
async function loadNumberFormats(folder: string[], { administrator }: People): Promise<void> {
  type Formats = { phone: TelephoneFormat; accounts: Sourced<AccountFormat>[] };
  const { phone, accounts } = json<Formats>(...folder, 'country.json');
  const { prefix, trunk, mobile, fixed, example } = phone;
  const body = {
    telephone: { prefix, trunk, mobile, fixed, example },
    accounts: accounts.map(withoutSource),
    providers: json<AddProvider[]>(...folder, 'providers.json').map(({ code }) => code),
  };
  await administrator.registry.PUT('/v1/number-formats', { body });
}

async function loadProviders(folder: string[], { administrator }: People): Promise<void> {
  for (const { code, name, channels } of json<AddProvider[]>(...folder, 'providers.json'))
    await administrator.payments.POST('/v1/providers', { body: { code, name, channels } });
}

/** One person writes the programmes, another publishes them. */
async function loadProgrammes(folder: string[], { designer, publisher }: People): Promise<number> {
  for (const file of filesIn(folder, 'scorecards')) {
    const scorecard = json<Scorecard>(...folder, 'scorecards', file);
    await designer.eligibility.PUT('/v1/scorecards/{code}', {
      params: { path: { code: scorecard.code } },
      body: scorecard,
    });
  }
  const files = filesIn(folder, 'programmes');
  for (const file of files) {
    const body = json<ProgrammeDefinition>(...folder, 'programmes', file);
    const { id, versions } = await bodyOf(designer.eligibility.POST('/v1/programmes', { body }));
    for (const { version, state } of versions)
      if (state !== 'published')
        await publisher.eligibility.POST('/v1/programmes/{id}/versions/{number}/publish', {
          params: { path: { id, number: String(version) } },
          body: {},
        });
  }
  return files.length;
}

/** The kinds of complaints. */
async function loadCategories(folder: string[], { administrator }: People): Promise<void> {
  type Categories = { categories: Sourced<PublishCategories['categories'][number]>[] };
  const { categories } = json<Categories>(...folder, 'grievances.json');
  await administrator.grievances.PUT('/v1/categories', { body: { categories: categories.map(withoutSource) } });
}

async function loadDenominators(folder: string[], { administrator }: People): Promise<void> {
  type Body = BodyOf<OperationAt<'reporting', 'put', '/v1/denominators'>>;
  const rows = filesIn(folder, 'denominators').flatMap((file) =>
    rowsOf(readFileSync(join(root, ...folder, 'denominators', file), 'utf8')),
  );
  const sources = json<Body['sources']>(...folder, 'sources.json');
  // The service reads the columns by its contract, and says what is wrong with a row.
  await administrator.reporting.PUT('/v1/denominators', { body: { rows: rows as unknown as Body['rows'], sources } });
}

const withoutSource = <Value>({ source: _source, status: _status, ...value }: Sourced<Value>): Value =>
  value as unknown as Value;

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
