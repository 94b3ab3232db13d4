import { bodyOf } from '@janela/api-client';
import type { Session } from '@janela/contracts';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';

import { api } from './client.ts';

export type { Session } from '@janela/contracts';

const SessionContext = createContext<Session | null>(null);

/** Finds out once who is signed in; children are drawn when that is known. */
export function SessionProvider({
  children,
  waiting,
  failed,
}: {
  children: ReactNode;
  waiting: ReactNode;
  failed: (error: Error, retry: () => void) => ReactNode;
}) {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: () =>
      bodyOf(api.window.GET('/session')).catch((error: Error) =>
        error.name === 'SignedOut' ? null : Promise.reject(error),
      ),
    staleTime: 60_000,
  });
  if (error && data === undefined) return failed(error, () => void refetch());
  return isPending ? waiting : <SessionContext value={data ?? null}>{children}</SessionContext>;
}

/** The signed-in person, or null where no one is. */
export const useSession = () => useContext(SessionContext);

/** Whether the signed-in person has one of these roles. */
export function useHasRole(...roles: string[]): boolean {
  const session = useSession();
  return session !== null && session.roles.some((role) => roles.includes(role));
}

/** Whether the signed-in person reaches a whole country; funds, differences and settlements are shown to no one else. */
export function useWholeCountry(): boolean {
  const session = useSession();
  return session !== null && reachesCountry(session);
}

/** The same of a given session. */
export const reachesCountry = ({ areas }: Session): boolean => areas.some((area) => area === '*' || area.length === 2);
