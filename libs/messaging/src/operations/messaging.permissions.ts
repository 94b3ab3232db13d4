import { roles } from '@janela/contracts';
import type { Permission } from '@janela/platform';

/** To be spread into the permissions of every service that has events. */
export const messagingPermissions = {
  'event.follow': { roles, description: 'See whether an event has been consumed' },
  'parked-event.read': { roles: ['operator'], description: 'See the events that could not be consumed' },
  'parked-event.settle': { roles: ['operator'], description: 'Try a parked event again, or set it aside' },
} satisfies Record<string, Permission>;
