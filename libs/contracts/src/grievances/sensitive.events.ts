import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { Id } from '../values/identity.ts';

export const SensitiveRecorded = defineEvent('grievances.sensitive.recorded.v1', {
  summary: 'There is one sensitive case more. Nothing else may be known, not where, when in the day, or about what.',
  key: ({ recordId }) => recordId,
  data: z.object({ recordId: Id.describe('Drawn for this record only; it is not the id of the case.') }),
});
