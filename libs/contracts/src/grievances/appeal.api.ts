import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { appealStates } from './appeal.states.ts';

/** `POST /v1/appeals`, against a decision or against a payment. */
export const FileAppeal = z
  .strictObject({ caseId: Id, applicationId: Id.optional(), paymentId: Id.optional(), grounds: paragraph(10_000) })
  .refine(({ applicationId, paymentId }) => (applicationId === undefined) !== (paymentId === undefined), {
    error: 'is against a decision or against a payment: give one of the two',
    params: { code: 'subject_not_clear' },
  });
export type FileAppeal = z.infer<typeof FileAppeal>;

/** `POST /v1/appeals/{id}/decision`, by a person who took no part in the decision. */
export const DecideAppeal = z.strictObject({ outcome: z.enum(['upheld', 'dismissed']), reason: paragraph(5000) });
export type DecideAppeal = z.infer<typeof DecideAppeal>;

export const Appeal = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(appealStates.states),
  caseId: Id,
  applicationId: Id.optional(),
  paymentId: Id.optional(),
  householdId: Id,
  areaCode: AreaCode,
  grounds: z.string(),
  reason: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  filedAt: Instant,
});
export type Appeal = z.infer<typeof Appeal>;

/** The query of `GET /v1/appeals`. */
export const ListAppeals = listQuery({ state: z.enum(appealStates.states).optional() });
export type ListAppeals = z.infer<typeof ListAppeals>;
