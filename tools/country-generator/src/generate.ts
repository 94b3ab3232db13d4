import { loadCountry } from './country/load-country.ts';
import { optionsFrom } from './file/generator-options.ts';
import { writeImportFile } from './file/write-file.ts';
import { worldOf } from './household/world.ts';

const usage = `Writes an import file of believable households, and beside it a file of labels that says which rows are
second registrations or mistakes.

  node tools/country-generator/src/generate.ts --out households.csv [options]

  --country zambia            the folder below countries/
  --households 500            how many forms
  --seed 7                    the same seed writes the same bytes
  --areas ZM104011,ZM104005   P-codes of districts or wards; more people, more households
  --as-of 2026-11-01          the day on which ages are counted
  --duplicates 0.02           share of forms that register an earlier household again
  --wrong 0.018               share of forms with a mistake, each kind in turn
  --outcomes failed=0.04,returned=0.03,late=0.03,silent=0.02,duplicate=0.03
                              share of accounts by what the sandbox will do with them; the others are paid
  --labels households.labels.csv
`;

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(usage);
else
  try {
    const { country, households, oddities, world, paths } = optionsFrom(args);
    if (paths.rows === '') throw new Error('--out says where to write.');
    await writeImportFile(worldOf(loadCountry(country), world), { households, oddities }, paths);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
  }
