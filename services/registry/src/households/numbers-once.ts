import { IdentifierTwice } from '../registry.errors.ts';
import { type HouseholdRecord, membersOf } from './household-record.ts';

type Numbered = Pick<HouseholdRecord, 'people' | 'identifiers'>;

/** Throws where two members would have the same official number. What was so before stays, so that it can be put right. */
export function mustHaveNumbersOnce(before: Numbered, after: Numbered): void {
  const had = holdersOf(before);
  for (const [number, holders] of holdersOf(after)) {
    const added = [...holders].some((personId) => !had.get(number)?.has(personId));
    if (holders.size > 1 && added) throw new IdentifierTwice();
  }
}

/** The members, also those who have died, by each of their official numbers. */
function holdersOf({ people, identifiers }: Numbered): Map<string, Set<string>> {
  const present = new Set(membersOf({ people }).map(({ id }) => id));
  const byMark = Map.groupBy(
    identifiers.filter(({ personId }) => present.has(personId)),
    ({ mark }) => mark,
  );
  return new Map([...byMark].map(([mark, each]) => [mark, new Set(each.map(({ personId }) => personId))]));
}
