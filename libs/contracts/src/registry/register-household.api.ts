import { z } from 'zod';

import { GivenAreaCode } from '../values/area.ts';
import { line } from '../values/text.ts';
import { maxMembers } from './household-facts.ts';
import { Address, Assets, Consent, Consumption, Dwelling, PayeeOfNewHousehold, Residence } from './household-parts.ts';
import { MemberInput } from './member.api.ts';

/** `POST /v1/households`. What is left out is not known; it is never filled in. */
export const RegisterHousehold = z
  .strictObject({
    areaCode: GivenAreaCode,
    externalReference: line(100).optional().describe('The number on the form; registers the same form only once.'),
    address: Address.optional(),
    residence: Residence.optional(),
    members: z.array(MemberInput).min(1).max(maxMembers),
    dwelling: Dwelling.optional(),
    assets: Assets.optional(),
    consumption: Consumption.optional(),
    payee: PayeeOfNewHousehold.optional(),
    consent: Consent.optional(),
  })
  .superRefine((household, context) => {
    for (const { path, ...problem } of problemsOf(household))
      context.addIssue({ code: 'custom', path, message: problem.message, params: { code: problem.code } });
  });
export type RegisterHousehold = z.infer<typeof RegisterHousehold>;

interface Problem {
  path: (string | number)[];
  code: string;
  message: string;
}

/** What no single field can show: one head, and a payee who is a member and can be reached. */
function problemsOf({ members, payee }: Pick<RegisterHousehold, 'members' | 'payee'>): Problem[] {
  const problems: Problem[] = [];
  const heads = members.flatMap(({ relationship }, index) => (relationship === 'head' ? [index] : []));
  if (heads.length === 0)
    problems.push({ path: ['members'], code: 'head_missing', message: 'has no one who is the head' });
  for (const index of heads.slice(1))
    problems.push({ path: ['members', index, 'relationship'], code: 'two_heads', message: 'is a second head' });
  if (!payee) return problems;

  for (const role of ['member', 'deputy'] as const)
    if ((payee[role] ?? 0) >= members.length)
      problems.push({ path: ['payee', role], code: 'payee_not_a_member', message: 'is not in the list of members' });
  if (payee.deputy === payee.member)
    problems.push({ path: ['payee', 'deputy'], code: 'payee_is_deputy', message: 'is the payee already' });
  if (payee.channel !== 'cash' && payee.account === undefined)
    problems.push({ path: ['payee', 'account'], code: 'required', message: `is needed for ${payee.channel}` });
  return problems;
}
