import { parseArgs } from 'node:util';

import type { SandboxOutcome } from '../country/providers.ts';
import type { WorldOptions } from '../household/world.ts';
import type { Oddities } from './plan.ts';

/** What can be said on the command line, and what holds when it is not: the sample file of Zambia. */
const options = {
  country: { type: 'string', default: 'zambia' },
  households: { type: 'string', default: '500' },
  seed: { type: 'string', default: '7' },
  areas: { type: 'string', default: 'ZM104011,ZM104005' },
  'as-of': { type: 'string', default: '2026-11-01' },
  duplicates: { type: 'string', default: '0.02' },
  wrong: { type: 'string', default: '0.018' },
  outcomes: { type: 'string', default: 'failed=0.04,returned=0.03,late=0.03,silent=0.02,duplicate=0.03' },
  out: { type: 'string', default: '' },
  labels: { type: 'string', default: '' },
} as const;

/** What a file is to be made of, and where it goes; an empty path was not given. */
export interface GeneratorOptions {
  country: string;
  households: number;
  oddities: Oddities;
  world: WorldOptions;
  paths: { rows: string; labels: string };
}

/** Reads the command line. Throws, with a sentence to print, where it cannot be meant. */
export function optionsFrom(args: string[]): GeneratorOptions {
  const asked = parseArgs({ args, options }).values;
  const oddities = { duplicates: share('duplicates', asked.duplicates), wrong: share('wrong', asked.wrong) };
  if (oddities.duplicates + oddities.wrong > 0.5) throw new Error('At most half of the forms can be odd.');
  return {
    country: asked.country,
    households: whole('households', asked.households),
    oddities,
    world: {
      seed: whole('seed', asked.seed),
      asOf: asked['as-of'],
      areas: asked.areas.split(','),
      outcomes: outcomesOf(asked.outcomes),
    },
    paths: { rows: asked.out, labels: asked.labels || asked.out.replace(/(\.csv)?$/, '.labels.csv') },
  };
}

function outcomesOf(text: string): Partial<Record<SandboxOutcome, number>> {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('=', 2));
  const shares = pairs.map(([outcome = '', value = '']) => [outcome, share(`outcomes ${outcome}`, value)] as const);
  if (shares.reduce((sum, [, value]) => sum + value, 0) > 1) throw new Error('--outcomes add up to more than all.');
  return Object.fromEntries(shares);
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
