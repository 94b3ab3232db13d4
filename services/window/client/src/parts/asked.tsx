import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Failed, Waiting } from './states.tsx';

/** What a service answers, with the states before and beside it: a part that fails does not take the page with it. */
export function Asked<Answer>({
  of,
  rows = 3,
  what,
  children,
}: {
  of: UseQueryResult<Answer>;
  rows?: number;
  /** What is missing when no answer comes, where no heading says it. */
  what?: string;
  children: (answer: Answer) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} {...(what && { what })} retry={() => void of.refetch()} />;
  return <Waiting rows={rows} />;
}
