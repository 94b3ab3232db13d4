import type { Log } from '@janela/supervisor';

import { find, type Imported } from './apply.ts';
import type { People } from './people.ts';

type Case = { id: string; number: string; version: number; state: string };

/** One complaint, from the window to its answer. */
export async function complain(people: People, households: readonly Imported[], log: Log): Promise<void> {
  const { caseworker, 'grievance-officer': officer } = people;
  const household = households.find(({ areaCode }) => areaCode.startsWith('ZM104011'));
  const householdId = household && (await find(caseworker, household.form));
  if (!householdId) return;
  const filed = await caseworker.ask<Case>('/grievances/v1/cases', {
    body: {
      category: 'payment_not_received',
      description: 'The payment of this period has not arrived.',
      channel: 'window',
      householdId,
    },
    key: `main-job-case-${householdId}`,
  });
  let found = await officer.ask<Case>(`/grievances/v1/cases/${filed.id}`);
  const act = async (body: object) => {
    found = await officer.ask<Case>(`/grievances/v1/cases/${filed.id}/actions`, { body, version: found.version });
  };
  if (found.state === 'filed') await act({ action: 'assign' });
  if (found.state === 'assigned')
    await act({ action: 'resolve', resolution: 'no_fault_found', answer: 'The payment has arrived since.' });
  if (found.state === 'resolved') await act({ action: 'close' });
  log(`Complaint: ${filed.number} is ${found.state}.`);
}
