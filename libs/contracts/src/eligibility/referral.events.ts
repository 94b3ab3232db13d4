import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { Id } from '../values/identity.ts';
import { Subject } from './application.events.ts';

/** What came of a referral. */
export const ReferralOutcome = z.enum(['accepted', 'declined', 'served', 'not_reached']);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

const referral = {
  referralId: Id.describe('The referral.'),
  subject: Subject,
  areaCode: AreaCode,
  service: z.string().min(1).max(64).describe('The code of the service in the directory.'),
};
const key = (data: { referralId: string }) => data.referralId;

export const ReferralMade = defineEvent('eligibility.referral.made.v1', {
  summary: 'A household or a person was sent to a service. Sensitive services publish nothing.',
  planned: true,
  key,
  data: z.object(referral),
});

export const ReferralAnswered = defineEvent('eligibility.referral.answered.v1', {
  summary: 'The service said what came of a referral.',
  planned: true,
  key,
  data: z.object({ ...referral, outcome: ReferralOutcome }),
});
