import { canonicalJson } from '@janela/platform';

import { wholeName } from '../names/name-words.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import type { Designation, KnownAs, PayeeEntity } from '../household-records/payee.entity.ts';

type People = Pick<HouseholdRecord, 'people' | 'identifiers'>;
type Collecting = Pick<Designation, 'personId' | 'deputyPersonId'>;

/** Who collects, and the deputy. */
export function collectorsOf({ personId, deputyPersonId }: Collecting): string[] {
  return deputyPersonId === null ? [personId] : [personId, deputyPersonId];
}

/** Returns whether a person who collects got another name or official number. */
export function isCorrected(before: HouseholdRecord, record: HouseholdRecord, terms: Collecting): boolean {
  return collectorsOf(terms).some((id) => !isOne(knownAsOf(before, id), knownAsOf(record, id)));
}

/** What those who collect stay known as, where the record says otherwise now. */
export function stillKnownAs(
  before: HouseholdRecord,
  record: HouseholdRecord,
  payee: PayeeEntity,
): PayeeEntity['knownAs'] {
  const ids = new Set([payee, ...(payee.designated ? [payee.designated] : [])].flatMap(collectorsOf));
  const kept = [...ids].flatMap((id) => {
    const known = payee.knownAs?.[id] ?? knownAsOf(before, id);
    return known && !isOne(known, knownAsOf(record, id)) ? [[id, known] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

function knownAsOf({ people, identifiers }: People, personId: string): KnownAs | undefined {
  const person = people.find(({ id }) => id === personId);
  if (!person) return undefined;
  const own = identifiers.filter((identifier) => identifier.personId === personId);
  return {
    name: `${person.givenNames} ${person.familyName}`,
    numbers: Object.fromEntries(own.map(({ type, mark }) => [type, mark])),
  };
}

/** The same words and numbers, however they are written. */
function isOne(a: KnownAs | undefined, b: KnownAs | undefined): boolean {
  const [one, other] = [a, b].map((known) => known && canonicalJson([wordsOf(known.name), known.numbers]));
  return one === other;
}

const wordsOf = (name: string) => wholeName(name) || name;
