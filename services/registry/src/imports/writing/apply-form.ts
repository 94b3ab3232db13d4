import type { PlainDate, RegisterHousehold } from '@janela/contracts';

import type { NumberCipher } from '../../encryption/number-cipher.ts';
import type { HouseholdRecord } from '../../household-records/household-record.ts';
import { editHousehold, editPayee } from '../../households/edit-household.ts';
import { asChange, comeBack, editMember } from '../../households/edit-member.ts';
import { newMember } from '../../households/new-member.ts';
import { differingParts, type Fingerprints } from '../matching/form-fingerprints.ts';
import { matchForm } from '../matching/match-form.ts';
import type { KnownRow } from '../matching/match-members.ts';

/** A form that was imported before, and what it says now. */
export interface Correction {
  form: RegisterHousehold;
  prints: Fingerprints;
  before: { parts: Fingerprints['parts']; members: KnownRow[] };
  cipher: NumberCipher;
  today: PlainDate;
}

/**
 * Changes in the record what the file corrects, and nothing else: what was changed at the window since stays, unless the file now
 * says something new about the same part, or the same person. Answers who each row is about.
 */
export function applyForm(record: HouseholdRecord, correction: Correction): string[] {
  const { form, prints, before, cipher, today } = correction;
  const parts = differingParts(prints, { parts: before.parts, members: [] });
  const { address = null, residence = null, dwelling = null, assets = null, consumption = null, consent } = form;
  if (parts.has('areaCode')) record.household.areaCode = form.areaCode;
  editHousehold(
    record,
    {
      reason: 'import',
      ...(parts.has('address') && { address }),
      ...(parts.has('residence') && { residence }),
      ...(parts.has('dwelling') && { dwelling }),
      ...(parts.has('assets') && { assets }),
      ...(parts.has('consumption') && { consumption }),
      ...(parts.has('consent') && consent && { consent }),
    },
    { cipher, today },
  );
  const personIds = applyMembers(record, correction);
  applyPayee(record, form, personIds, { isNew: parts.has('payee'), cipher });
  return personIds;
}

function applyMembers(record: HouseholdRecord, { form, prints, before, cipher, today }: Correction): string[] {
  const { matches, missing } = matchForm(record, { form, prints, known: before.members }, cipher);
  // A form on which a person is missing comes here only once a person has accepted it; see judge-form.ts.
  for (const person of missing) person.leftOn = today;
  const named = new Set(before.members.map(({ personId }) => personId));

  return form.members.map((member, index) => {
    const { personId, same } = matches[index] ?? { personId: undefined, same: false };
    const person = record.people.find(({ id }) => id === personId);
    if (!person) {
      const position = Math.max(0, ...record.people.map((other) => other.position + 1));
      const added = newMember(member, { household: record.household, position, cipher });
      record.people.push(added.person);
      record.identifiers.push(...added.identifiers);
      return added.person.id;
    }
    // What the window knows of a person whom no form has named so far stays where the form says nothing of it.
    if (person.leftOn !== null || !named.has(person.id)) comeBack(record, person, member, cipher);
    else if (!same) editMember(record, person, asChange(member), cipher);
    return person.id;
  });
}

/** A form that names no payee leaves the payee there is. */
function applyPayee(
  record: HouseholdRecord,
  { payee }: RegisterHousehold,
  personIds: readonly string[],
  { isNew, cipher }: { isNew: boolean; cipher: NumberCipher },
): void {
  if (!isNew || !payee) return;
  const personId = personIds[payee.member];
  if (personId === undefined) return;
  const { channel, provider, account, deputy } = payee;
  const deputyPersonId = deputy === undefined ? undefined : personIds[deputy];
  editPayee(record, { personId, deputyPersonId, channel, provider, account }, cipher);
}
