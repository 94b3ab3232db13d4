import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { parse } from 'csv-parse';

import { loadCountry } from './country/load-country.ts';
import { type Row, countFile } from './file/count-file.ts';

const usage = `Counts what an import file of the generator holds, and prints it as JSON.

  node tools/country-generator/src/count.ts --in households.csv [--country zambia] [--as-of 2026-11-01] [--labels …]
`;

const options = {
  country: { type: 'string', default: 'zambia' },
  'as-of': { type: 'string', default: '2026-11-01' },
  in: { type: 'string' },
  labels: { type: 'string' },
} as const;

try {
  const asked = parseArgs({ options }).values;
  if (!asked.in) throw new Error('--in says which file to count.');
  const labels = rowsOf(asked.labels ?? asked.in.replace(/(\.csv)?$/, '.labels.csv'));
  const counts = await countFile(loadCountry(asked.country), asked['as-of'], rowsOf(asked.in), labels);
  process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}

async function* rowsOf(path: string): AsyncGenerator<Row> {
  const file = await open(path);
  yield* file.createReadStream().pipe(parse({ columns: true }));
}
