import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { Instant } from '../values/dates.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { Money } from '../values/money.ts';
import { ReasonCode } from './payment.events.ts';

/** What a provider says of an instruction. `pending`: it has it and works on it. `unknown`: it cannot say. */
export const OutcomeStatus = z.enum(['pending', 'paid', 'failed', 'returned', 'unknown']);
export type OutcomeStatus = z.infer<typeof OutcomeStatus>;

export const OutcomeReported = defineEvent('payments.outcome.reported.v1', {
  summary: 'A provider said what became of an instruction. It may say so twice, late, or in the wrong order.',
  key: ({ instructionId }) => instructionId,
  // Each provider has a topic that it alone may write: what is said there is said by that provider, whatever the data claim.
  branch: ({ provider }) => provider,
  writer: (provider) => `provider-${provider}`,
  data: z.object({
    instructionId: Id,
    provider: ProviderCode.describe('Who says so; also the last part of the topic.'),
    status: OutcomeStatus,
    reasonCode: ReasonCode.optional(),
    amount: Money.optional().describe('What was paid or returned, where the provider says it.'),
    providerReference: z.string().min(1).max(64),
    occurredAt: Instant.describe('When it happened at the provider.'),
  }),
});
