import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { countriesFolder, loadCountry } from './country/load-country.ts';
import { type Row, countFile } from './file/count-file.ts';
import { optionsFrom } from './file/generator-options.ts';
import { importFile } from './file/import-file.ts';
import { mistakeKinds } from './file/mistakes.ts';
import { worldOf } from './household/world.ts';

const zambia = loadCountry('zambia');
const sample = (file: string): string => readFileSync(join(countriesFolder, 'zambia/sample', file), 'utf8');
const rowsOf = (file: string) => Readable.from(parse(sample(file), { columns: true }) as Row[]);
const counts = JSON.parse(sample('counts.json')) as Record<string, unknown>;

describe('The sample file of Zambia', () => {
  it('is what the generator writes when nothing is asked for', () => {
    const { world, households, oddities } = optionsFrom([]);
    const pieces = [...importFile(worldOf(zambia, world), households, oddities)];

    expect(sample('households.csv')).toBe(pieces.map(({ rows }) => rows).join(''));
    expect(sample('households.labels.csv')).toBe(pieces.map(({ labels }) => labels).join(''));
  });

  it('holds what its counts say', async () => {
    expect(await countFile(zambia, '2026-11-01', rowsOf('households.csv'), rowsOf('households.labels.csv'))).toEqual(
      counts,
    );
  });

  it('holds what its page says, number by number', () => {
    const stated = [...sample('README.md').matchAll(/^\|[^|]+\| *([\d,]+) *\| *`([\w.]+)` *\|$/gm)];

    expect(stated.length).toBeGreaterThan(30);
    for (const [, number = '', key = ''] of stated) {
      const counted = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], counts);

      expect([key, Number(number.replaceAll(',', ''))]).toEqual([key, counted]);
    }
  });

  it('has 500 forms of Samfya and Lunga, one wrong in each way, and some people of every kind that a programme looks for', () => {
    const { forms, wrong, taken, duplicates, people, outcomes } = counts as Record<string, Record<string, number>>;

    expect(forms).toBe(500);
    expect(Object.keys((counts as { wrong: { byKind: object } }).wrong.byKind)).toEqual(mistakeKinds.toSorted());
    expect(wrong?.forms).toBe(mistakeKinds.length);
    expect(duplicates?.forms).toBe(10);
    expect(taken?.forms).toBe(500 - mistakeKinds.length);
    for (const kind of [
      'from_65',
      'a_lot_of_difficulty_or_cannot',
      'palliative_care',
      'pregnant',
      'insured',
      'under_5',
    ])
      expect(people?.[kind]).toBeGreaterThan(5);
    for (const outcome of ['paid', 'failed', 'returned', 'late', 'silent', 'duplicate'])
      expect(outcomes?.[outcome]).toBeGreaterThan(0);
  });
});
