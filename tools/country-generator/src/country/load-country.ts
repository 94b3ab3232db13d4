import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import { Area } from './areas.ts';
import { Denominator } from './denominators.ts';
import { Grievances } from './grievances.ts';
import { Name } from './names.ts';
import { Profile } from './profile.ts';
import { Sources } from './provenance.ts';
import { Provider } from './providers.ts';
import { Questionnaire } from './questionnaire.ts';
import { Recipe } from './recipe.ts';

/** A country as its folder says it, every file read and of the right shape. */
export interface Country {
  profile: Profile;
  sources: Sources;
  areas: Area[];
  questionnaire: Questionnaire;
  denominators: Denominator[];
  providers: Provider[];
  grievances: Grievances;
  names: Name[];
  recipe: Recipe;
}

/** The folder that holds all countries. */
export const countriesFolder = fileURLToPath(new URL('../../../../countries/', import.meta.url));

/** Reads a country's folder, such as `zambia`. Throws where a file is missing or not of its shape, and says which and where. */
export function loadCountry(name: string): Country {
  const folder = join(countriesFolder, name);
  const denominators = readdirSync(join(folder, 'denominators')).toSorted();
  return {
    profile: readJson(folder, 'country.json', Profile),
    sources: readJson(folder, 'sources.json', Sources),
    areas: readCsv(folder, 'areas.csv', Area),
    questionnaire: readJson(folder, 'questionnaire.json', Questionnaire),
    denominators: denominators.flatMap((file) => readCsv(folder, join('denominators', file), Denominator)),
    providers: readJson(folder, 'providers.json', z.array(Provider)),
    grievances: readJson(folder, 'grievances.json', Grievances),
    names: readCsv(folder, 'names.csv', Name),
    recipe: readJson(folder, 'recipe.json', Recipe),
  };
}

function readJson<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): z.output<Schema> {
  return read(file, schema, JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

function readCsv<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): z.output<Schema>[] {
  return read(file, z.array(schema), parse(readFileSync(join(folder, file)), { columns: true, bom: true }));
}

function read<Schema extends z.ZodType>(file: string, schema: Schema, content: unknown): z.output<Schema> {
  const result = schema.safeParse(content);
  if (!result.success) throw new Error(`${file} is not as it must be.\n${z.prettifyError(result.error)}`);
  return result.data;
}
