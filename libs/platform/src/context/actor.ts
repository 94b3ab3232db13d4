import { everywhere } from '@janela/kernel';

/** Who acts: a member of staff, another system with its own client, or a service by itself. */
export interface Actor {
  id: string;
  name: string;
  kind: 'person' | 'machine' | 'system';
  roles: readonly string[];
  /** Area codes; each one reaches everything below it. The whole country is its own code, `['ZM']`. */
  areas: readonly string[];
}

/** The service itself: for consumers, jobs and sweepers. Reaches every area and has no role. */
export function systemActor(service: string): Actor {
  return { id: `system:${service}`, name: service, kind: 'system', roles: [], areas: [everywhere] };
}
