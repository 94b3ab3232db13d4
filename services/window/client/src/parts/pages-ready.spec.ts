import { describe, expect, it } from '@jest/globals';

import { PageCode } from './pages-ready.ts';

/** A network that is there or not, and a page whose code comes over it while it is still offered. */
function network() {
  const is = { up: true, offers: true };
  const pages = new PageCode(async () => {
    if (!is.up) throw new TypeError('Failed to fetch');
    return true;
  });
  pages.add('/complaints', async () => {
    if (!is.up || !is.offers) throw new TypeError('Failed to fetch dynamically imported module');
  });
  return { is, pages };
}

describe('a page that is opened', () => {
  it('is ready when its code comes, or when it needs none', async () => {
    const { pages } = network();
    expect([await pages.readiness('/complaints'), await pages.readiness('/')]).toEqual(['ready', 'ready']);
  });

  it('says that there is no connection while there is none, and is ready once it is back', async () => {
    const { is, pages } = network();
    is.up = false;
    expect([await pages.readiness('/complaints'), await pages.readiness('/')]).toEqual(['offline', 'ready']);
    is.up = true;
    expect(await pages.readiness('/complaints')).toBe('ready');
  });

  it('has gone when the window answers and has another version', async () => {
    const { is, pages } = network();
    is.offers = false;
    expect(await pages.readiness('/complaints')).toBe('gone');
  });
});
