import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaScope } from '../values/area.ts';
import { ActorId } from '../values/identity.ts';
import { Role, roles } from './roles.ts';

export const AccessChanged = defineEvent('identity.access.changed.v1', {
  summary: 'What a member of staff or a machine may do, and where, is this from now on.',
  key: ({ actorId }) => actorId,
  data: z.object({
    actorId: ActorId,
    kind: z.enum(['person', 'machine']),
    roles: z.array(Role).max(roles.length),
    areas: z.array(AreaScope).max(1000),
    active: z.boolean().describe('False: may no longer sign in.'),
  }),
});
