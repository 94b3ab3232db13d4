import { parseArgs } from 'node:util';

import type { SandboxOutcome } from './country/providers.ts';
import { loadCountry } from './country/load-country.ts';
import { writeImportFile } from './file/write-file.ts';
import { worldOf } from './household/world.ts';

const usage = `Writes an import file of believable households, and beside it a file of labels that says which rows are
second registrations or mistakes.

  node countries/generator/src/generate.ts --out households.csv [options]

  --country zambia            the folder below countries/
  --households 500            how many forms
  --seed 7                    the same seed writes the same bytes
  --areas ZM104011,ZM104005   P-codes of districts or wards; more people, more households
  --as-of 2026-11-01          the day on which ages are counted
  --duplicates 0.02           share of forms that register an earlier household again
  --wrong 0.02                share of forms with a mistake, each kind in turn
  --outcomes failed=0.01,returned=0.01,late=0.01,silent=0.005,duplicate=0.005
                              share of accounts by what the sandbox will do with them; the others are paid
  --labels households.labels.csv
`;

const options = {
  country: { type: 'string', default: 'zambia' },
  households: { type: 'string', default: '500' },
  seed: { type: 'string', default: '7' },
  areas: { type: 'string', default: 'ZM104011,ZM104005' },
  'as-of': { type: 'string', default: '2026-11-01' },
  duplicates: { type: 'string', default: '0.02' },
  wrong: { type: 'string', default: '0.02' },
  outcomes: { type: 'string', default: 'failed=0.01,returned=0.01,late=0.01,silent=0.005,duplicate=0.005' },
  out: { type: 'string' },
  labels: { type: 'string' },
} as const;

try {
  await generate(parseArgs({ options }).values);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}

async function generate(asked: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']): Promise<void> {
  if (!asked.out) throw new Error('--out says where to write.');
  const world = worldOf(loadCountry(asked.country), {
    seed: whole('seed', asked.seed),
    asOf: asked['as-of'],
    areas: asked.areas.split(','),
    outcomes: outcomesOf(asked.outcomes),
  });
  const oddities = { duplicates: share('duplicates', asked.duplicates), wrong: share('wrong', asked.wrong) };
  if (oddities.duplicates + oddities.wrong > 0.5) throw new Error('At most half of the forms can be odd.');
  const labels = asked.labels ?? asked.out.replace(/(\.csv)?$/, '.labels.csv');

  const households = whole('households', asked.households);
  await writeImportFile(world, { households, oddities }, { rows: asked.out, labels });
}

function outcomesOf(text: string): Partial<Record<SandboxOutcome, number>> {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('=', 2));
  return Object.fromEntries(pairs.map(([outcome, value]) => [outcome, share(`outcomes ${outcome}`, value ?? '')]));
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (text === '' || !(value >= 0 && value <= 1)) throw new Error(`--${name} is a share from 0 to 1, not "${text}".`);
  return value;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new Error(`--${name} is a whole number, not "${text}".`);
  return value;
}
