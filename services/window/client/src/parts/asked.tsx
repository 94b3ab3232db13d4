import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Failed, Waiting } from './states.tsx';

/** What a service answers, with the states before and beside it: a part that fails does not take the page with it. */
export function Asked<Answer>({
  of,
  rows = 3,
  children,
}: {
  of: UseQueryResult<Answer>;
  rows?: number;
  children: (answer: Answer) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return <Waiting rows={rows} />;
}
