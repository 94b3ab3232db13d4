import { z } from 'zod';

import { CaseChannel } from '../codes/contact.ts';
import { SnakeCode } from '../eligibility/rule-set.ts';
import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { ActorId, Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { CaseLevel, CaseResolution } from './case.events.ts';
import { caseStates } from './case.states.ts';

/** `POST /v1/cases`. Without a household, the area says whose case it is. */
export const FileCase = z.strictObject({
  category: SnakeCode,
  description: paragraph(10_000),
  channel: CaseChannel,
  areaCode: GivenAreaCode.optional(),
  householdId: Id.optional(),
  applicationId: Id.optional(),
  paymentId: Id.optional(),
  anonymous: z.boolean().optional(),
});
export type FileCase = z.infer<typeof FileCase>;

const note = paragraph(5000);

/** `POST /v1/cases/{id}/actions`: what an officer does with a case. */
export const ActOnCase = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('assign'),
    to: ActorId.optional().describe('Oneself when left out.'),
    note: note.optional(),
  }),
  z.strictObject({ action: z.literal('note'), note }),
  z.strictObject({ action: z.literal('escalate'), note }),
  z.strictObject({
    action: z.literal('resolve'),
    resolution: CaseResolution,
    answer: note.describe('The answer to the person.'),
  }),
  z.strictObject({ action: z.literal('reopen'), note }),
  z.strictObject({ action: z.literal('close'), note: note.optional() }),
  z.strictObject({ action: z.literal('withdraw'), note }),
]);
export type ActOnCase = z.infer<typeof ActOnCase>;

/** A step in the life of a case. */
export const CaseStep = z.object({ at: Instant, by: z.string(), action: z.string(), note: z.string().optional() });
export type CaseStep = z.infer<typeof CaseStep>;

export const Case = z.object({
  id: Id,
  number: z.string().describe('The tracking number to give to the person.'),
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(caseStates.states),
  category: SnakeCode,
  sensitive: z.boolean(),
  description: z.string(),
  channel: CaseChannel,
  anonymous: z.boolean(),
  areaCode: AreaCode,
  householdId: Id.optional(),
  applicationId: Id.optional(),
  paymentId: Id.optional(),
  level: CaseLevel,
  assignedTo: z.object({ id: ActorId, name: z.string() }).optional(),
  acknowledgeBy: Instant,
  resolveBy: Instant,
  overdue: z.boolean(),
  resolution: CaseResolution.optional(),
  answer: z.string().optional(),
  appealId: Id.optional(),
  appealUntil: Instant.optional().describe(
    'Where one case is read, whatever its state: until when an appeal against what it is about can, or could, be filed. Not there where nothing was decided against the household, or an appeal was filed.',
  ),
  filedAt: Instant,
  steps: z.array(CaseStep).optional().describe('On the page of one case.'),
});
export type Case = z.infer<typeof Case>;

/** A case in a list: without what the person wrote, which is read on its page only. */
export const CaseSummary = Case.omit({ description: true, answer: true, appealUntil: true, steps: true });
export type CaseSummary = z.infer<typeof CaseSummary>;

/** The query of `GET /v1/cases`. */
export const ListCases = listQuery({
  state: z.enum(caseStates.states).optional(),
  householdId: Id.optional(),
  category: SnakeCode.optional(),
});
export type ListCases = z.infer<typeof ListCases>;

/** The answer to `POST /v1/cases`: the case, or of a sensitive one nothing but its tracking number. */
export const FiledCase = z.union([Case, z.object({ number: z.string() })]);
export type FiledCase = z.infer<typeof FiledCase>;

/** `GET /v1/track/{number}`: what anyone who has the number may see, which is not whose case it is. */
export const Tracking = z.object({
  number: z.string(),
  state: z.enum(caseStates.states),
  filedAt: Instant,
  resolveBy: Instant,
  resolvedAt: Instant.optional(),
  appealUntil: Instant.optional().describe(
    'Until when an appeal against what it is about can, or could, be filed. Not there where nothing was decided against the household, or an appeal was filed.',
  ),
});
export type Tracking = z.infer<typeof Tracking>;
