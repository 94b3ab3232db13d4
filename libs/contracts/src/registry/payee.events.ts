import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { defineEvent } from '../event.ts';
import { Id, ProviderCode } from '../values/identity.ts';

const name = z.string().min(1).max(200);

export const PayeeDesignated = defineEvent('registry.payee.designated.v1', {
  summary: 'Money for a household goes to this person, by this way, from now on. The last one holds.',
  key: ({ householdId }) => householdId,
  data: z.object({
    householdId: Id,
    personId: Id.describe('The member who collects.'),
    name,
    deputy: z.object({ personId: Id, name }).optional().describe('The member who may collect instead.'),
    channel: DeliveryChannel,
    provider: ProviderCode.optional().describe('Who pays out; cash at a pay point may have none.'),
    account: z.string().min(1).max(64).optional().describe('The wallet, telephone or account number; cash needs none.'),
  }),
});
