import type { About } from './complain-button.tsx';

/**
 * Returns what a complaint is sent about. A person who does not want to be named is not named by their household either, unless the
 * kind of complaint is about it.
 */
export function sentAbout(about: About, { anonymous, needs }: { anonymous: boolean; needs: readonly string[] }): About {
  return anonymous && needs.length === 0 ? {} : about;
}
