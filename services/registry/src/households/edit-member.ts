import type { ChangeMember, MemberInput } from '@janela/contracts';

import type { HouseholdRecord } from '../household-records/household-record.ts';
import { asKnown, newIdentifier } from './new-member.ts';
import { noPhone, type NumberCipher } from '../encryption/number-cipher.ts';
import { DeathBeforeBirth } from '../registry.errors.ts';
import { nameColumns } from '../names/name-words.ts';
import type { PersonEntity } from '../household-records/person.entity.ts';

/** What is always known of a person. */
const certain = ['givenNames', 'familyName', 'sex', 'relationship'] as const;

/** What may not be known. */
const uncertain = [
  'maritalStatus',
  'functioning',
  'chronicIllness',
  'palliativeCare',
  'pregnant',
  'attendsSchool',
  'work',
  'insured',
] as const;

/** Changes what is known of a member, in place: what is left out stays, and null is not known any more. */
export function editMember(
  record: HouseholdRecord,
  person: PersonEntity,
  change: Omit<ChangeMember, 'personId'>,
  cipher: NumberCipher,
): void {
  for (const field of [...certain, ...uncertain])
    if (change[field] !== undefined) Object.assign(person, { [field]: change[field] });
  Object.assign(person, nameColumns(person));
  const { bornOn = person.bornOn, bornOnPrecision } = change;
  person.bornOnPrecision = bornOnPrecision ?? (change.bornOn === undefined ? person.bornOnPrecision : 'day');
  person.bornOn = asKnown(bornOn, person.bornOnPrecision);
  if (person.diedOn !== null && person.bornOn > person.diedOn) throw new DeathBeforeBirth();
  if (change.phone !== undefined) Object.assign(person, phoneOf(person, change.phone, cipher));
  for (const identifier of change.identifiers ?? []) editIdentifier(record, person, identifier, cipher);
}

/** Makes a person who left a member again, in place: the same person, as is said now. What is not said stays as it was known. */
export function comeBack(
  record: HouseholdRecord,
  person: PersonEntity,
  member: MemberInput,
  cipher: NumberCipher,
): void {
  person.leftOn = null;
  editMember(record, person, { bornOnPrecision: 'day', ...member }, cipher);
}

/** As a file says it, a member is all that the row says: what is not in it is not known. */
export function asChange(member: MemberInput): Omit<ChangeMember, 'personId'> {
  const unknown = Object.fromEntries([...uncertain, 'phone'].map((field) => [field, null]));
  return { ...unknown, bornOnPrecision: 'day', ...member };
}

/** A seal differs every time; a number that is the same stays sealed as it is, and so is no change. */
function phoneOf(person: PersonEntity, phone: string | null, cipher: NumberCipher) {
  if (phone === null) return noPhone;
  return person.phoneMark === cipher.markPhone(phone) ? {} : cipher.encryptPhone(person.id, phone);
}

function editIdentifier(
  record: HouseholdRecord,
  person: PersonEntity,
  { type, value }: { type: string; value: string },
  cipher: NumberCipher,
): void {
  const known = record.identifiers.find((each) => each.personId === person.id && each.type === type);
  if (!known) record.identifiers.push(newIdentifier(person, { type, value }, cipher));
  else if (known.mark !== cipher.markIdentifier(type, value))
    Object.assign(known, cipher.encryptIdentifier(known.id, type, value));
}
