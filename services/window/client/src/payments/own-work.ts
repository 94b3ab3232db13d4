import type { Cycle } from '@janela/contracts';

import type { Session } from '../api/session.tsx';

/** Who made a cycle, by id; a service that does not say it yet says only names. */
type MadeBy = Pick<Cycle, 'openedBy' | 'submittedBy'> & { openedById?: string; submittedById?: string };

/** Whether this person opened or submitted a cycle, and so cannot approve it. Two people can have one name, so ids decide. */
export function isOwnWork(cycle: MadeBy, session: Session | null): boolean {
  if (!session) return false;
  const ids = [cycle.openedById, cycle.submittedById].filter((id) => id !== undefined);
  if (ids.length > 0) return ids.includes(session.id);
  return [cycle.openedBy, cycle.submittedBy].includes(session.name);
}
