import { partsOf } from '@janela/kernel';
import type { DatePrecision, PlainDate, PossibleDuplicate } from '@janela/contracts';

import { wholeNameOf } from '../names/name-words.ts';

export type SimilarityReason = PossibleDuplicate['because'][number];

/** What two people are compared by. Of sounds and marks only whether they agree matters, and the database has compared those. */
export interface Comparable {
  givenNames: string;
  familyName: string;
  bornOn: PlainDate;
  bornOnPrecision: DatePrecision;
  areaCode: string;
}

/** What the database knows of a candidate. */
export interface Agreement {
  identifier: boolean;
  phone: boolean;
  /** A given name and the family name sound alike, in whichever order. */
  sounds: boolean;
}

export interface Similarity {
  likenessPercent: number;
  because: SimilarityReason[];
}

/**
 * How much each agreement says. Two people of one name and birthday in one district are likely to be one person; the same official
 * number leaves hardly a doubt, but it may have been misread, so that it is never quite certain.
 */
const weights: Record<SimilarityReason, number> = {
  identifier: 80,
  name: 50,
  sounds_like_name: 40,
  birth_date: 35,
  birth_year: 20,
  phone: 8,
  area: 5,
};
const atMost = 99;

/** From here on a person is worth a second look: the same number, or a like name with a like birth. */
export const reviewThreshold = 60;

/** Returns how alike two people are, from 0 to 99, and why. Births a year apart count as alike: they are often guessed. */
export function similarityOf(one: Comparable, other: Comparable, { identifier, phone, sounds }: Agreement): Similarity {
  const sameName = wholeNameOf(one) === wholeNameOf(other);
  const because = [
    identifier && 'identifier',
    sameName ? 'name' : sounds && 'sounds_like_name',
    birthLikeness(one, other),
    phone && 'phone',
    one.areaCode === other.areaCode && 'area',
  ].filter((reason): reason is SimilarityReason => typeof reason === 'string');
  const sum = because.reduce((total, reason) => total + weights[reason], 0);
  return { likenessPercent: Math.min(sum, atMost), because };
}

function birthLikeness(one: Comparable, other: Comparable): 'birth_date' | 'birth_year' | undefined {
  const known = one.bornOnPrecision === 'day' && other.bornOnPrecision === 'day';
  if (known && one.bornOn === other.bornOn) return 'birth_date';
  return Math.abs(partsOf(one.bornOn).year - partsOf(other.bornOn).year) <= 1 ? 'birth_year' : undefined;
}
