import type { Household, Member } from '@janela/contracts';
import { ageRangeAt, type PlainDate } from '@janela/kernel';

/** Those of a household who are alive. */
export const livingOf = ({ members }: Pick<Household, 'members'>): Member[] => members.filter(({ diedOn }) => !diedOn);

/** The head who is alive; a household whose head has died has none until one is named. */
export const headOf = (household: Pick<Household, 'members'>): Member | undefined =>
  livingOf(household).find(({ relationship }) => relationship === 'head');

export const fullName = (member: Pick<Member, 'givenNames' | 'familyName'> | undefined): string =>
  member ? `${member.givenNames} ${member.familyName}` : '?';

/** How a list or title writes a person: the family name first. */
export const titleOf = ({ familyName, givenNames }: Member): string => `${familyName}, ${givenNames}`;

/** The people in order: the living head, the other living, then the dead. */
export function inOrder({ members }: Pick<Household, 'members'>): Member[] {
  const rank = ({ diedOn, relationship }: Member) => (diedOn ? 2 : relationship === 'head' ? 0 : 1);
  return members.toSorted((one, other) => rank(one) - rank(other));
}

/** Who collects for a household. A person who has died or left collects nothing, whatever the register still says. */
export function payeeOf(household: Household) {
  const living = new Set(livingOf(household).map(({ personId }) => personId));
  const { payee, payeeMissing, pendingPayee } = household;
  const collects = payee && living.has(payee.personId) ? payee : undefined;
  const gone = payee && !collects ? { reason: 'died' as const, personId: payee.personId } : undefined;
  return {
    payee: collects,
    deputy: collects?.deputyPersonId && living.has(collects.deputyPersonId) ? collects.deputyPersonId : undefined,
    missing: payeeMissing ? { reason: payeeMissing.reason, personId: payeeMissing.formerPersonId } : gone,
    pending: pendingPayee,
  };
}

/** How old a person is on a day, or undefined of one whose birth, as written down, has yet to come. */
export function ageOn(
  { bornOn, bornOnPrecision }: Pick<Member, 'bornOn' | 'bornOnPrecision'>,
  today: PlainDate,
): { atLeast: number; atMost: number } | undefined {
  return bornOn > today ? undefined : ageRangeAt(bornOn, bornOnPrecision, today);
}
