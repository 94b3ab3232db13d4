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
  await officer.ask('/payments/v1/funds', {
    body: { programme, amount, source: 'GRZ', reference, on: `${period}-01` },
    key: `main-job-funds-${programme}-${period}`,
  });
  type Proposed = { id: string; version: number; reference: string };
  for await (const funds of approver.list<Proposed>(`/payments/v1/funds?programme=${programme}&state=proposed`))
    if (funds.reference === reference)
      await approver.ask(`/payments/v1/funds/${funds.id}/approve`, { method: 'POST', version: funds.version });
}
