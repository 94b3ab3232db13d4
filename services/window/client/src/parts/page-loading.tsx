import type { FunctionComponent } from 'react';

import { Waiting } from './states.tsx';

/** A page whose code is fetched when it is first looked at. */
export type LoadedPage = FunctionComponent & { preload: () => Promise<void> };

const pages = new Map<string, LoadedPage>();

/**
 * A page that loads when it is looked at. Unlike the router's own way it never reloads the window when the code cannot be fetched:
 * without a connection that would leave nothing on the screen but the browser's own error.
 */
export function pageOf(path: string, load: () => Promise<FunctionComponent>): LoadedPage {
  let Loaded: FunctionComponent | undefined;
  const preload = async () => {
    Loaded ??= await load();
  };
  const Page = () => {
    if (!Loaded) return <Waiting />;
    return <Loaded />;
  };
  const page = Object.assign(Page, { preload });
  pages.set(path, page);
  return page;
}

/** Whether a page can be shown: its code is there, or could be fetched just now. `gone` when a newer version has replaced it. */
export async function readiness(path: string): Promise<'ready' | 'offline' | 'gone'> {
  try {
    await pages.get(path)?.preload();
    return 'ready';
  } catch {
    return fetch('/icon.svg', { cache: 'no-store' }).then(
      ({ ok }) => (ok ? 'gone' : 'offline'),
      () => 'offline' as const,
    );
  }
}
