import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { defineEvent } from '../event.ts';
import { Id, ProviderCode } from '../values/identity.ts';

/** Given and family names of 100 characters each, and the space between them. */
const name = z.string().min(1).max(201);
const householdId = Id.describe('The household.');
const key = (data: { householdId: string }) => data.householdId;

export const PayeeDesignated = defineEvent('registry.payee.designated.v1', {
  summary: 'Money for a household goes to this person, by this way, from now on. The last one holds.',
  key,
  data: z.object({
    householdId,
    personId: Id.describe('The member who collects.'),
    name,
    deputy: z.object({ personId: Id, name }).optional().describe('The member who may collect instead.'),
    channel: DeliveryChannel,
    provider: ProviderCode.optional().describe('Who pays out; cash at a pay point may have none.'),
    account: z.string().min(1).max(64).optional().describe('The wallet, telephone or account number; cash needs none.'),
  }),
});

export const PayeeChangeRequested = defineEvent('registry.payee.change_requested.v1', {
  summary: 'A caller wants the money of a household to go elsewhere. Until another person confirms it, none is sent.',
  key,
  data: z.object({ householdId }),
});

export const PayeeChangeRefused = defineEvent('registry.payee.change_refused.v1', {
  summary: 'A requested change of payee or account was refused or taken back: what held before holds again.',
  key,
  data: z.object({ householdId }),
});

export const PayeeVacated = defineEvent('registry.payee.vacated.v1', {
  summary: 'No one collects for a household: its payee died or left, and there is no deputy.',
  key,
  data: z.object({ householdId, personId: Id.describe('The member who collected.'), reason: z.enum(['died', 'left']) }),
});
