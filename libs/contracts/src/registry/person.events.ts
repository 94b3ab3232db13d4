import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

/** Who says so. */
export const LifeEventSource = z.enum(['household', 'caseworker', 'community', 'civil_register', 'provider']);
export type LifeEventSource = z.infer<typeof LifeEventSource>;

/** A death is reported by word of mouth and certified by a document; a certified one is taken back by another person only. */
export const Certainty = z.enum(['reported', 'certified', 'withdrawn']);
export type Certainty = z.infer<typeof Certainty>;

const personId = Id.describe('The person.');
const householdId = Id.describe('The household that the person belongs to.');
const key = (data: { personId: string }) => data.personId;

export const PersonDied = defineEvent('registry.person.died.v1', {
  summary: 'A death was reported, certified, or found not to be true.',
  key,
  data: z.object({ personId, householdId, on: PlainDate, source: LifeEventSource, certainty: Certainty }),
});

export const PersonMerged = defineEvent('registry.person.merged.v1', {
  summary: 'Two people in the register are one; the absorbed id still leads to the one that remains.',
  planned: true,
  key,
  data: z.object({
    personId: Id.describe('The id that was absorbed.'),
    intoPersonId: Id.describe('The id that remains.'),
    householdId: Id.describe('The household of the person who remains.'),
    on: PlainDate,
  }),
});

export const PersonIdentified = defineEvent('registry.person.identified.v1', {
  summary: 'A document that proves who a person is was recorded. The document itself stays in the register.',
  planned: true,
  key,
  data: z.object({
    personId,
    householdId,
    on: PlainDate,
    source: LifeEventSource,
    certainty: Certainty,
    documentType: z.string().min(1).max(40).describe('The kind of document, such as ZM-NRC.'),
  }),
});

/** What two people have in common. Never the values themselves. */
export const DuplicateEvidence = z.enum(['identifier', 'name', 'birth', 'phone']);
export type DuplicateEvidence = z.infer<typeof DuplicateEvidence>;

const pair = {
  duplicateId: Id.describe('The suspicion: one for each two people.'),
  personIds: z.array(Id).length(2).describe('The two people, the one who was registered first before the other.'),
  householdIds: z.array(Id).length(2).describe('Their households, in the same order.'),
};

export const PersonDuplicateSuspected = defineEvent('registry.person.duplicate_suspected.v1', {
  summary: 'Two entries of the register look like one person. Nothing may be paid to both without a person saying so.',
  key: ({ duplicateId }) => duplicateId,
  data: z.object({
    ...pair,
    matchedOn: z.array(DuplicateEvidence).min(1).max(DuplicateEvidence.options.length),
    weight: z.number().min(0).max(1).describe('How likely it is that they are one, 0 to 1.'),
  }),
});

export const PersonDuplicateDismissed = defineEvent('registry.person.duplicate_dismissed.v1', {
  summary: 'Two entries that looked like one person are two people, as a supervisor has found.',
  key: ({ duplicateId }) => duplicateId,
  data: z.object(pair),
});
