import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { AreaCode } from '../values/area.ts';
import { Instant, Period } from '../values/dates.ts';
import { Id, ProgrammeCode, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { ReasonCode } from './payment.events.ts';
import { paymentStates } from './payment.states.ts';
import { ActedBy } from './two-people.api.ts';

export const ReissueState = z.enum(['requested', 'approved', 'refused']);
export type ReissueState = z.infer<typeof ReissueState>;

/** Who collects, as far as an approver has to see it. */
export const SeenPayee = z.object({
  payeeId: Id.describe('Another one after each designation.'),
  personId: Id,
  channel: DeliveryChannel,
  provider: ProviderCode.optional(),
  accountEnding: z
    .string()
    .optional()
    .describe('The last characters of the account, four at most and never more than a third.'),
});
export type SeenPayee = z.infer<typeof SeenPayee>;

/** `POST /v1/reissues/{id}/approve`: pays again. A payee who is another than before is confirmed by saying which one was seen. */
export const ApproveReissue = z.strictObject({
  payeeId: Id.optional().describe('The `payeeId` of `payee.now`; needed where `payeeChanged`.'),
});
export type ApproveReissue = z.infer<typeof ApproveReissue>;

/** `POST /v1/reissues/{id}/refuse` */
export const RefuseReissue = z.strictObject({ reason: paragraph(1000) });
export type RefuseReissue = z.infer<typeof RefuseReissue>;

/** A request that what failed or came back be paid again. Nothing is paid until another person approves it. */
export const Reissue = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with the approval or refusal.'),
  state: ReissueState,
  paymentId: Id.describe('The payment that is to be made good.'),
  paymentState: z.enum(paymentStates.states),
  reasonCode: ReasonCode.nullable().describe('Why it failed or came back.'),
  cycleId: Id,
  programme: ProgrammeCode,
  period: Period,
  householdId: Id,
  areaCode: AreaCode,
  amountMinor: MinorAmount,
  currency: Currency,
  note: z.string().optional(),
  payeeChanged: z.boolean().describe('Person, channel, provider or account is another than when it was first paid.'),
  payee: z.object({ before: SeenPayee.optional(), now: SeenPayee.optional() }),
  requestedBy: ActedBy,
  requestedAt: Instant,
  decidedBy: ActedBy.optional(),
  decidedAt: Instant.optional(),
  refusal: z.string().optional(),
  replacementId: Id.optional().describe('The payment that makes it good.'),
});
export type Reissue = z.infer<typeof Reissue>;

/** `GET /v1/reissues` */
export const ListReissues = listQuery({ state: ReissueState.optional(), paymentId: Id.optional() });
export type ListReissues = z.infer<typeof ListReissues>;
