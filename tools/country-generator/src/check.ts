import { parseArgs } from 'node:util';

import { countryProblems } from './checks/check-country.ts';
import { loadCountry } from './country/load-country.ts';

const { country } = parseArgs({ options: { country: { type: 'string', default: 'zambia' } } }).values;

const problems = checked();
process.stdout.write(problems.length === 0 ? `${country}: all files fit together.\n` : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

function checked(): string[] {
  try {
    return countryProblems(loadCountry(country));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
