import type { DuplicateEvidence } from '@janela/contracts';

import type { SimilarityReason } from './similarity.ts';

/** What each reason is called in an event; the area alone is none. */
const evidenceOf: Record<SimilarityReason, DuplicateEvidence | undefined> = {
  identifier: 'identifier',
  name: 'name',
  sounds_like_name: 'name',
  birth_date: 'birth',
  birth_year: 'birth',
  phone: 'phone',
  area: undefined,
};

/** Returns what two people have in common, as it is published. */
export function evidenceFrom(because: readonly SimilarityReason[]): DuplicateEvidence[] {
  return [...new Set(because.flatMap((reason) => evidenceOf[reason] ?? []))];
}
