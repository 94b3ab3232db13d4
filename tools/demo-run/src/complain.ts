import { bodyOf, conditions } from '@janela/api-client';
import type { ActOnCase } from '@janela/contracts';
import { type Log, UserError } from '@janela/supervisor';

import { findHousehold, type Imported } from './apply.ts';
import type { People } from './people.ts';

/** One complaint, from the window to its answer. */
export async function complain(people: People, households: readonly Imported[], log: Log): Promise<void> {
  const { caseworker, 'grievance-officer': officer } = people;
  const household = households.find(({ areaCode }) => areaCode.startsWith('ZM104011'));
  const householdId = household && (await findHousehold(caseworker, household.form));
  if (!householdId) return;
  const filed = await bodyOf(
    caseworker.grievances.POST('/v1/cases', {
      body: {
        category: 'payment_not_received',
        description: 'The payment of this period has not arrived.',
        channel: 'window',
        householdId,
      },
      headers: conditions({ idempotencyKey: `main-job-case-${householdId}` }),
    }),
  );
  if (!('id' in filed)) throw new UserError('The complaint was filed as by an anonymous caller.');
  const params = { path: { id: filed.id } };
  let found = await bodyOf(officer.grievances.GET('/v1/cases/{id}', { params }));
  const act = async (body: ActOnCase) => {
    const headers = conditions({ version: found.version });
    found = await bodyOf(officer.grievances.POST('/v1/cases/{id}/actions', { params, body, headers }));
  };
  if (found.state === 'filed') await act({ action: 'assign' });
  if (found.state === 'assigned')
    await act({ action: 'resolve', resolution: 'no_fault_found', answer: 'The payment has arrived since.' });
  if (found.state === 'resolved') await act({ action: 'close' });
  log(`Complaint: ${filed.number} is ${found.state}.`);
}
