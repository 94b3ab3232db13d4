import type { RecordContribution } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { MemberDied, NotAMember, OtherCurrency, ProgrammeNotFound } from '../payments.errors.ts';

export interface Member {
  householdId: string;
  areaCode: string;
}

/** Returns where a member lives, as far as the actor may see. Throws for a time after the member has died or left. */
export async function getMember(
  tx: Tx,
  { programme, personId, amount, period, on }: RecordContribution,
): Promise<Member> {
  const [known] = await tx.query<{ currency: string }[]>('SELECT currency FROM programmes WHERE code = $1', [
    programme,
  ]);
  if (!known) throw new ProgrammeNotFound(programme);
  if (known.currency !== amount.currency) throw new OtherCurrency(`It is in ${known.currency}`);
  const firstDay = `${period}-01`;
  const [member] = await tx.query<(Member & { hasEnded: boolean; diedOn: string | null })[]>(
    `SELECT n.household_id AS "householdId", n.area_code AS "areaCode", (SELECT d.died_on::text FROM deaths d WHERE d.person_id = $2)
       AS "diedOn", n.state = 'ended' AND NOT EXISTS (SELECT FROM enrolment_spells s
         WHERE s.enrolment_id = n.id AND (s.to_on IS NULL OR s.to_on > $3::date)) AS "hasEnded"
     FROM enrolments n WHERE n.programme = $1 AND n.covered_person_ids @> ARRAY[$2::uuid]
     ORDER BY "hasEnded", n.id DESC LIMIT 1`,
    [programme, personId, firstDay],
  );
  if (!member) throw new NotAMember();
  const { hasEnded, diedOn, ...where } = member;
  if (diedOn !== null && (firstDay > diedOn || on > diedOn)) throw new MemberDied();
  if (hasEnded) throw new NotAMember('The membership had ended before this month');
  return where;
}
