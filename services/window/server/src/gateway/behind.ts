import { NoSuchAddress } from '../window.errors.ts';

/** What the gateway forwards; all else that a service answers is for its operators, at the service itself. */
const forwarded = /^v1\/[^#\\]+$/;

/** Where a request for `/api/<service>/v1/…` goes: the same letters, behind the service's address. Throws `NoSuchAddress`. */
export function behind(address: string, url: string): { target: string; query: string } {
  const [, path = '', query = ''] = /\/api\/[^/?]+\/([^?]*)\??(.*)$/s.exec(url) ?? [];
  const target = `${address}/${path}`;
  // What another parser reads differently could lead out of the service, or to what is not forwarded.
  if (!forwarded.test(path) || !URL.canParse(target) || new URL(target).href !== target || leadsElsewhere(path))
    throw new NoSuchAddress();
  return { target, query };
}

/** Whether a path, once it is decoded, climbs, stands still or has nothing between two slashes. */
function leadsElsewhere(path: string): boolean {
  if (path.endsWith('/')) return true;
  try {
    const segments = decodeURIComponent(path).split(/[/\\]/);
    return segments.some((segment, index) => isNoName(segment) && !(segment === '' && index === segments.length - 1));
  } catch {
    return true;
  }
}

const isNoName = (segment: string): boolean => segment === '' || segment === '.' || segment.startsWith('..');
