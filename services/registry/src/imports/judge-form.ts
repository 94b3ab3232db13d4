import { type HouseholdRecord, livingMembersOf } from '../households/household-record.ts';
import type { Vault } from '../households/vault.ts';
import type { Entry } from './chunk-work.ts';
import { type KnownRow, matchMembers, type Rows } from './match-members.ts';

/** Whether a form is about the household that has its number: it is, only some of its people are, or it is about others. */
export interface Verdict {
  verdict: 'same' | 'half' | 'others';
  /** How many of the people who live in the household are on the form. */
  matched: number;
  living: number;
}

/**
 * Compares the people of a form with those who live in a household. It is the same household when its head is on the form, and at
 * least half of the people whom the form named before; people who are new on the form say nothing against it.
 */
export function judgeForm(record: HouseholdRecord, known: readonly KnownRow[], entry: Entry, vault: Vault): Verdict {
  const living = livingMembersOf(record);
  const prints = new Map(known.map(({ personId, print }) => [personId, print]));
  const matches = matchMembers({
    ...rowsOf(record, entry, vault),
    known: living.map(({ id }) => ({ personId: id, print: prints.get(id) ?? '' })),
  });
  const onTheForm = new Set(matches.flatMap(({ personId }) => personId ?? []));
  const named = living.filter(({ id }) => prints.has(id));
  const head = named.find(({ relationship }) => relationship === 'head');
  const counts = { matched: onTheForm.size, living: living.length };
  if (onTheForm.size === 0) return { verdict: 'others', ...counts };
  const hasHalf = named.filter(({ id }) => onTheForm.has(id)).length * 2 >= named.length && named.length > 0;
  return { verdict: hasHalf && (!head || onTheForm.has(head.id)) ? 'same' : 'half', ...counts };
}

/** What the rows of a form are compared with. */
export function rowsOf(
  record: HouseholdRecord,
  { form, prints }: Pick<Entry, 'form' | 'prints'>,
  vault: Vault,
): Omit<Rows, 'known'> {
  return {
    people: record.people,
    members: form.members,
    prints: prints.members,
    sharesIdentifier: (personId, { identifiers = [] }) =>
      identifiers.some(({ type, value }) =>
        record.identifiers.some((own) => own.personId === personId && own.mark === vault.markIdentifier(type, value)),
      ),
  };
}
