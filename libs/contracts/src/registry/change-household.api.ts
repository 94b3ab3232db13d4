import { z } from 'zod';

import { GivenAreaCode } from '../values/area.ts';
import { PastDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { paragraph } from '../values/text.ts';
import { maxMembers } from './household-facts.ts';
import { Address, Assets, Consent, Consumption, Dwelling, Residence, WithdrawConsent } from './household-parts.ts';
import { ChangeReason, ClosingReason } from './household.events.ts';
import { MemberInput, memberShape } from './member.api.ts';
import { Certainty, LifeEventSource } from './person.events.ts';

const note = paragraph(1000).optional();

/** Reasons that only a route of its own, or the system, gives. */
const givenElsewhere: ReadonlySet<ChangeReason> = new Set(['birth', 'death', 'merge', 'import']);

/**
 * What is known of a member, changed field by field: left out, it stays; null, it is not known any more. Official numbers that
 * are given take the place of those of the same type; the others stay.
 */
export const ChangeMember = z.strictObject({
  personId: Id,
  givenNames: memberShape.givenNames.optional(),
  familyName: memberShape.familyName.optional(),
  sex: memberShape.sex.optional(),
  bornOn: memberShape.bornOn.optional(),
  bornOnPrecision: memberShape.bornOnPrecision,
  relationship: memberShape.relationship.optional(),
  identifiers: memberShape.identifiers,
  phone: memberShape.phone.nullable(),
  maritalStatus: memberShape.maritalStatus.nullable(),
  functioning: memberShape.functioning.nullable(),
  chronicIllness: memberShape.chronicIllness.nullable(),
  palliativeCare: memberShape.palliativeCare.nullable(),
  pregnant: memberShape.pregnant.nullable(),
  attendsSchool: memberShape.attendsSchool.nullable(),
  work: memberShape.work.nullable(),
  insured: memberShape.insured.nullable(),
});
export type ChangeMember = z.infer<typeof ChangeMember>;

/** `PATCH /v1/households/{id}`. Left out, a part stays as it is; null, it is not known any more. */
export const ChangeHousehold = z.strictObject({
  reason: ChangeReason.refine((reason) => !givenElsewhere.has(reason), {
    error: 'is not given here: births and deaths, merges and files have their own ways in',
    params: { code: 'reason_given_elsewhere' },
  }),
  note,
  address: Address.nullable().optional(),
  residence: Residence.nullable().optional(),
  dwelling: Dwelling.nullable().optional(),
  assets: Assets.nullable().optional(),
  consumption: Consumption.nullable().optional(),
  consent: Consent.optional(),
  withdrawConsent: WithdrawConsent.optional(),
  members: z.array(ChangeMember).max(maxMembers).optional(),
});
export type ChangeHousehold = z.infer<typeof ChangeHousehold>;

/** `POST /v1/households/{id}/members`. A new head makes the old one what `formerHeadIs` says. */
export const AddMember = z.strictObject({
  reason: z.enum(['birth', 'arrival', 'correction']),
  on: PastDate.optional(),
  member: MemberInput,
  formerHeadIs: memberShape.relationship.optional(),
});
export type AddMember = z.infer<typeof AddMember>;

/** `POST /v1/households/{id}/move` */
export const MoveHousehold = z.strictObject({
  areaCode: GivenAreaCode,
  on: PastDate,
  address: Address.optional(),
  note,
});
export type MoveHousehold = z.infer<typeof MoveHousehold>;

/** `POST /v1/households/{id}/close` */
export const CloseHousehold = z.strictObject({ on: PastDate, reason: ClosingReason, note });
export type CloseHousehold = z.infer<typeof CloseHousehold>;

/** `POST /v1/people/{id}/death`. One that is certified is withdrawn by another person than who certified it, with a reason. */
export const ReportDeath = z.strictObject({
  on: PastDate,
  source: LifeEventSource,
  certainty: Certainty,
  reason: paragraph(1000).optional().describe('Why a death that was certified was none.'),
});
export type ReportDeath = z.infer<typeof ReportDeath>;
