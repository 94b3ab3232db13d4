import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-sans-3/latin-ext-400.css';
import '@fontsource/source-sans-3/latin-ext-600.css';
import '@mantine/core/styles.css';

import './frame/frame.css';

import { MantineProvider } from '@mantine/core';
import { MutationCache, onlineManager, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';

import { watchPresence } from './api/presence.ts';
import { MovedOn, Refused, SignedOut, Unreachable } from './api/problem.ts';
import { SessionProvider } from './api/session.tsx';
import { StoreProvider } from './api/store.tsx';
import { CountryZone } from './frame/country-zone.tsx';
import { LanguageProvider } from './language/language.tsx';
import { connection } from './parts/connection.ts';
import { Unavailable, Waiting } from './parts/states.tsx';
import { router } from './routes.tsx';
import { theme, tokens } from './theme.ts';

watchPresence();
onlineManager.setOnline(navigator.onLine);

/** What got no answer raises the question whether anything can be reached. */
const doubt = (error: Error) => {
  if (error instanceof Unreachable) void connection.isReached();
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: doubt }),
  mutationCache: new MutationCache({
    // Another person was quicker, or an answer was lost: what is on the screen is old, also where this was the one who did it.
    onError: (error) => {
      doubt(error);
      const isOld = error instanceof MovedOn || (error instanceof Refused && error.problem.status === 412);
      if (isOld) void queries.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without a connection a request fails and says so, instead of waiting unseen; it is asked again when the connection is back.
      networkMode: 'always',
      refetchOnReconnect: true,
      // A refusal stays a refusal; only silence is worth asking again.
      retry: (count, error) =>
        count < 2 && onlineManager.isOnline() && !(error instanceof Refused) && !(error instanceof SignedOut),
    },
    mutations: { networkMode: 'always' },
  },
});

/** The Content-Security-Policy lets in styles of the component library by the nonce that the page was served with. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <SessionProvider waiting={<Waiting />} failed={(error, retry) => <Unavailable error={error} retry={retry} />}>
          <StoreProvider>
            <CountryZone>
              <RouterProvider router={router} />
            </CountryZone>
          </StoreProvider>
        </SessionProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </MantineProvider>,
);
