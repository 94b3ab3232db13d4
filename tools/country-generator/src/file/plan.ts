import { hashOf } from '@janela/random';

import { type MistakeKind, mistakeKinds } from './mistakes.ts';

/** How many households of a file are not what they should be, as shares of all. */
export interface Oddities {
  duplicates: number;
  wrong: number;
}

/** What a place of the file is for. */
export type Role = { kind: 'plain' } | { kind: 'duplicate'; of: number } | { kind: 'wrong'; mistake: MistakeKind };

const million = 1_000_000;
const attempts = 50;

/**
 * Returns what each place is for, without looking at any other. The file is cut into blocks, as many as there are to be
 * oddities, and one place of each block is odd, so that the shares come out to the household. Kinds of mistake follow each other.
 */
export function roleAt(seed: number, { duplicates, wrong }: Oddities, index: number): Role {
  const odd = oddNumber(seed, duplicates + wrong, index);
  if (odd === undefined) return { kind: 'plain' };
  const duplicatesBefore = Math.floor((odd * duplicates) / (duplicates + wrong) + 1e-9);
  const duplicatesAfter = Math.floor(((odd + 1) * duplicates) / (duplicates + wrong) + 1e-9);
  if (duplicatesAfter > duplicatesBefore) {
    const of = originalFor(seed, duplicates + wrong, index);
    return of === undefined ? { kind: 'plain' } : { kind: 'duplicate', of };
  }
  const mistake = mistakeKinds[(odd - duplicatesBefore) % mistakeKinds.length];
  return mistake ? { kind: 'wrong', mistake } : { kind: 'plain' };
}

/** Which oddity a place is, counted from 0; undefined for the many that are none. Whole numbers only, so that no block is lost. */
function oddNumber(seed: number, share: number, index: number): number | undefined {
  const perMillion = Math.round(share * million);
  if (perMillion === 0) return undefined;
  const block = Math.floor((index * perMillion) / million);
  const first = Math.ceil((block * million) / perMillion);
  const next = Math.ceil(((block + 1) * million) / perMillion);
  return index === first + (hashOf(seed, 1, block) % (next - first)) ? block : undefined;
}

/** A plain household earlier in the file. */
function originalFor(seed: number, share: number, index: number): number | undefined {
  for (let attempt = 0; attempt < attempts && index > 0; attempt += 1) {
    const candidate = hashOf(seed, 2, index, attempt) % index;
    if (oddNumber(seed, share, candidate) === undefined) return candidate;
  }
  return undefined;
}
