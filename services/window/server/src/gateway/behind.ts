import { NoSuchAddress } from '../window.errors.ts';

/** How a service fares is told on these to whoever runs it, at the service itself. */
const inside = /^(?:metrics|health)(?:\/|$)/i;

/** Where a request for `/api/<service>/…` goes: the same letters, behind the service's address. Throws `NoSuchAddress`. */
export function behind(address: string, url: string): { target: string; query: string } {
  const [, path = '', query = ''] = /\/api\/[^/?]+\/([^?]*)\??(.*)$/s.exec(url) ?? [];
  const target = `${address}/${path}`;
  // What another parser reads differently could lead out of the service, or to what is inside.
  if (!URL.canParse(target) || new URL(target).href !== target || inside.test(path) || climbs(path))
    throw new NoSuchAddress();
  return { target, query };
}

function climbs(path: string): boolean {
  try {
    return decodeURIComponent(path)
      .split(/[/\\]/)
      .some((segment) => segment.startsWith('..'));
  } catch {
    return true;
  }
}
