import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { defineEvent } from '../event.ts';
import { PlainDate } from '../values/dates.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';

/** Given and family names of 100 characters each, and the space between them. */
const name = z.string().min(1).max(201);

export const InstructionIssued = defineEvent('payments.instruction.issued.v1', {
  summary:
    'A provider is to pay this amount to this person, once. The same instruction may arrive again; it is the same payment.',
  key: ({ instructionId }) => instructionId,
  branch: ({ provider }) => provider,
  data: z.object({
    instructionId: Id,
    paymentId: Id,
    endToEndId: z.string().min(1).max(35).describe('The reference that every answer and statement repeats.'),
    provider: ProviderCode.describe('Who is to pay; also the last part of the topic.'),
    amountMinor: MinorAmount.describe('Minor units.'),
    currency: Currency,
    payee: z.object({
      name,
      deputyName: name.optional().describe('Who may collect instead.'),
      channel: DeliveryChannel,
      account: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('The wallet, telephone or account number; cash needs none.'),
    }),
    requestedOn: PlainDate.describe('The day on which it is to be paid.'),
    purpose: z.string().min(1).max(140).describe('What the payee reads, such as the programme and the period.'),
  }),
});
