import { z } from 'zod';

import { Asset } from '../codes/assets.ts';
import { dwellingShape } from '../codes/dwelling.ts';
import { functioningShape } from '../codes/functioning.ts';
import { DatePrecision } from '../codes/people.ts';
import { AreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { line } from '../values/text.ts';
import { Consent, ConsentGiven, Consumption } from './household-parts.ts';
import { ClosingReason } from './household.events.ts';
import { householdStates } from './household.states.ts';
import { memberShape } from './member.api.ts';
import { Payee, PayeeMissing, PendingPayee } from './payee.api.ts';

/** A member as the register answers. Official numbers and telephone are masked but for their last digits. */
export const Member = z.object({
  ...memberShape,
  personId: Id,
  givenNames: z.string(),
  familyName: z.string(),
  bornOn: PlainDate,
  bornOnPrecision: DatePrecision,
  diedOn: PlainDate.optional(),
  identifiers: z.array(z.object({ type: z.string(), masked: z.string() })),
  phone: z.string().optional().describe('Masked but for its last digits.'),
  functioning: z.object(functioningShape).optional(),
});
export type Member = z.infer<typeof Member>;

/** Another household that may be the same one, or has one of the same people, and why that is thought. */
export const PossibleDuplicate = z.object({
  householdId: Id,
  number: z.string(),
  personId: Id,
  likenessPercent: z.int().min(0).max(100),
  because: z.array(z.enum(['identifier', 'name', 'sounds_like_name', 'birth_date', 'birth_year', 'phone', 'area'])),
  standing: z
    .enum(['dead', 'left', 'household_closed'])
    .optional()
    .describe('What has become of the person: only an official number finds a person who is not there any more.'),
});
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>;

export const RegisteredElsewhere = z
  .int()
  .min(0)
  .describe(
    'How many people with one of these official numbers are registered where the caller does not reach; not who.',
  );

/** A household as the register answers. What is not known is not there. */
export const Household = z.object({
  id: Id,
  number: z.string().describe('The number on its card, with check digit.'),
  version: z.int().min(1).describe('Also the ETag; to be sent with every change.'),
  state: z.enum(householdStates.states),
  areaCode: AreaCode,
  externalReference: z.string().optional(),
  address: z.string().optional(),
  residence: z
    .object({
      since: PlainDate.optional(),
      months: z.int().optional().describe('Today.'),
      urban: z.boolean().optional(),
    })
    .optional(),
  members: z.array(Member),
  dwelling: z.object(dwellingShape).optional(),
  assets: z.array(Asset).optional(),
  consumption: z.object(Consumption.shape).optional(),
  payee: Payee.optional().describe('Who collects now; left out when no one does.'),
  payeeMissing: PayeeMissing.optional().describe('No one collects any more; left out when no one ever did.'),
  pendingPayee: PendingPayee.optional().describe('A change that waits for a second person.'),
  consent: z
    .object({ ...Consent.shape, givenOn: PlainDate })
    .optional()
    .describe('What holds today.'),
  consents: z.array(ConsentGiven).optional().describe('Each purpose that was ever consented to.'),
  closedOn: PlainDate.optional(),
  closingReason: ClosingReason.optional(),
  mergedInto: Id.optional().describe('The household that it turned out to be.'),
  registeredAt: Instant,
  updatedAt: Instant,
  lastEventId: Id.optional().describe('The event of the last change, to ask other services about.'),
});
export type Household = z.infer<typeof Household>;

/** The answer to a registration. */
export const RegisteredHousehold = Household.extend({
  possibleDuplicates: z.array(PossibleDuplicate),
  registeredElsewhere: RegisteredElsewhere.optional().describe(
    'As in the answer before saving; left out where there is no one.',
  ),
});
export type RegisteredHousehold = z.infer<typeof RegisteredHousehold>;

/** `GET /v1/households`: there is no list of all of them, so that one of the two is named. */
export const FindHousehold = listQuery({
  number: z.string().min(1).max(60).optional(),
  externalReference: line(100).optional(),
});
export type FindHousehold = z.infer<typeof FindHousehold>;

/** A household in a list. */
export const HouseholdSummary = Household.pick({ id: true, number: true, state: true, areaCode: true }).extend({
  headName: z.string(),
  size: z.int(),
  address: z.string().optional(),
  registeredAt: Instant,
});
export type HouseholdSummary = z.infer<typeof HouseholdSummary>;
