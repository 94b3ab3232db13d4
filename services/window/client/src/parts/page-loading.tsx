import type { FunctionComponent } from 'react';

import { connection } from './connection.ts';
import { PageCode } from './pages-ready.ts';
import { Waiting } from './states.tsx';

/** A page whose code is fetched when it is first looked at. */
export type LoadedPage = FunctionComponent & { preload: () => Promise<void> };

/** The code of every page of the window. */
export const pageCode = new PageCode(() => connection.isReached());

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
  pageCode.add(path, preload);
  return page;
}
