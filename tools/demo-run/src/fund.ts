import { conditions, itemsOf } from '@janela/api-client';

import type { People } from './people.ts';

/** More than the sample needs; each period's release counts once. */
const releaseMinor = 20_000_000;

/** The officer proposes the funds and the approver approves them; a second run finds nothing left to approve. */
export async function fund(
  { 'payments-officer': officer, 'payments-approver': approver }: People,
  programme: string,
  period: string,
): Promise<void> {
  const reference = `SAMPLE-${programme}-${period}`;
  const amount = { amountMinor: releaseMinor, currency: 'ZMW' };
  await officer.payments.POST('/v1/funds', {
    body: { programme, amount, source: 'GRZ', reference, on: `${period}-01` },
    headers: conditions({ idempotencyKey: `main-job-funds-${programme}-${period}` }),
  });
  const proposed = itemsOf((page) =>
    approver.payments.GET('/v1/funds', { params: { query: { programme, state: 'proposed', ...page } } }),
  );
  for await (const { id, version, reference: one } of proposed)
    if (one === reference)
      await approver.payments.POST('/v1/funds/{id}/approve', {
        params: { path: { id } },
        headers: conditions({ version }),
      });
}
