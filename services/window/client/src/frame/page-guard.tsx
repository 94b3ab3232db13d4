import { Navigate, Outlet, useMatches } from '@tanstack/react-router';

import { accessTo } from '../api/access.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { SignInFirst } from '../parts/states.tsx';

/** The page that was asked for, if it is this person's: a visitor signs in first, a person of other work goes home. */
export function PageGuard() {
  const say = useWords(partsWords);
  const session = useSession();
  const page = useMatches().at(-1)?.routeId ?? '/';
  const access = accessTo(page, session);
  if (access === 'sign in') return <SignInFirst title={say('signInFirst')} />;
  if (access === 'not yours') return <Navigate to="/" search={{ notYours: page }} replace />;
  return <Outlet />;
}
