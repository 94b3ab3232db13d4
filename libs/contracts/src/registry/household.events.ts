import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { ActorId, Id } from '../values/identity.ts';
import { HouseholdFacts } from './household-facts.ts';

/** The way by which a household came into the register. */
export const RegistrationSource = z.enum(['window', 'import', 'sync']);
export type RegistrationSource = z.infer<typeof RegistrationSource>;

/** Why a household was changed. */
export const ChangeReason = z.enum([
  'correction',
  'circumstances',
  'birth',
  'arrival',
  'departure',
  'death',
  'renewal',
  'merge',
  'import',
]);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** The parts of a household that a change can touch. */
export const HouseholdPart = z.enum([
  'members',
  'head',
  'residence',
  'dwelling',
  'assets',
  'consumption',
  'address',
  'contact',
  'consent',
]);
export type HouseholdPart = z.infer<typeof HouseholdPart>;

/** Why a household is no longer one. */
export const ClosingReason = z.enum(['moved_away', 'all_deceased', 'dissolved', 'own_request', 'registered_in_error']);
export type ClosingReason = z.infer<typeof ClosingReason>;

const householdId = Id.describe('The household.');
const number = z.string().min(1).max(40).describe('The number on its card, with check digit.');
const key = (data: { householdId: string }) => data.householdId;

export const HouseholdRegistered = defineEvent('registry.household.registered.v1', {
  summary: 'A household entered the register and may now be assessed.',
  key,
  data: z.object({
    householdId,
    number,
    areaCode: AreaCode,
    source: RegistrationSource,
    registeredBy: ActorId.optional().describe(
      'Who registered it or sent the file, and so does not decide its applications. Left out before December 2026.',
    ),
    facts: HouseholdFacts,
  }),
});

export const HouseholdPayeeConfirmed = defineEvent('registry.household.payee_confirmed.v1', {
  summary: 'A second person confirmed who collects for a household; to whom money goes is published elsewhere.',
  key,
  data: z.object({
    householdId,
    areaCode: AreaCode,
    askedBy: ActorId.describe('Who asked for it, and so does not decide the applications of the household.'),
    confirmedBy: ActorId,
  }),
});

export const HouseholdUpdated = defineEvent('registry.household.updated.v1', {
  summary: 'Something about a household changed; the facts are all that is known now.',
  key,
  data: z.object({
    householdId,
    number,
    areaCode: AreaCode,
    facts: HouseholdFacts,
    changed: z.array(HouseholdPart).min(1).max(HouseholdPart.options.length),
    reason: ChangeReason,
  }),
});

export const HouseholdMoved = defineEvent('registry.household.moved.v1', {
  summary: 'A household lives in another area from a day on; it keeps its number.',
  key,
  data: z.object({
    householdId,
    number,
    fromAreaCode: AreaCode.describe('Where it lived before.'),
    areaCode: AreaCode,
    on: PlainDate,
    facts: HouseholdFacts,
  }),
});

export const HouseholdMerged = defineEvent('registry.household.merged.v1', {
  summary: 'A household turned out to be another one; its id still leads to the one that remains.',
  planned: true,
  key,
  data: z.object({
    householdId: Id.describe('The household that is no longer one of its own.'),
    number,
    areaCode: AreaCode,
    intoHouseholdId: Id.describe('The household that remains.'),
  }),
});

export const HouseholdClosed = defineEvent('registry.household.closed.v1', {
  summary: 'A household is no longer one; nothing may start for it.',
  key,
  data: z.object({ householdId, number, areaCode: AreaCode, on: PlainDate, reason: ClosingReason }),
});
