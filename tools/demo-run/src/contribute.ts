import { bodyOf, conditions, itemsOf } from '@janela/api-client';
import type { Log } from '@janela/supervisor';

import { ApiError } from './api.ts';
import { until } from './in-parallel.ts';
import type { People } from './people.ts';

const programme = 'NAPSA-INF';
const branch = 'old_age';
const contributions = 2;
const amount = { amountMinor: 5_000, currency: 'ZMW' };

/** Two members of the contributory scheme pay in at the window; each receipt counts once. */
export async function contribute({ 'payments-officer': officer }: People, period: string, log: Log): Promise<void> {
  const members: string[] = [];
  const enrolments = itemsOf((page) =>
    officer.eligibility.GET('/v1/enrolments', { params: { query: { programme, state: 'active', ...page } } }),
  );
  for await (const { personId } of enrolments) if (personId) members.push(personId);
  const paying = members.sort().slice(0, contributions);
  for (const [index, personId] of paying.entries()) {
    const receipt = `SAMPLE-${period}-${index + 1}`;
    await until(`the arrival of the member with receipt ${receipt} at payments`, async () => {
      try {
        return await bodyOf(
          officer.payments.POST('/v1/contributions', {
            body: { personId, programme, branch, period, amount, channel: 'window', receipt, on: `${period}-01` },
            headers: conditions({ idempotencyKey: `main-job-contribution-${receipt}` }),
          }),
        );
      } catch (error) {
        if (error instanceof ApiError && error.code === 'payments.not_a_member') return undefined;
        throw error;
      }
    });
  }
  log(`Contributions: ${paying.length} recorded for ${programme}.`);
}
