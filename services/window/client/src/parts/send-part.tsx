import type { ReactNode } from 'react';

import { FirstWasDone } from '../api/problem.ts';
import { Failed, FirstDone } from './states.tsx';

/**
 * The buttons that send a form, below what became of it. Once it is known that the first try went through, they are gone until it
 * is said that the changed form is another.
 */
export function SendPart({
  of: { error, reset },
  first,
  failed,
  children,
}: {
  of: { error: Error | null; reset: () => void };
  /** Leads to what was done the first time, where its answer came. */
  first?: (answer: unknown) => ReactNode;
  /** Shows a refusal, where the form has a way of its own. */
  failed?: (error: Error) => ReactNode;
  children: ReactNode;
}) {
  if (error instanceof FirstWasDone)
    return <FirstDone again={reset}>{error.answer !== undefined && first?.(error.answer)}</FirstDone>;
  return (
    <>
      {error && (failed ? failed(error) : <Failed error={error} />)}
      {children}
    </>
  );
}
