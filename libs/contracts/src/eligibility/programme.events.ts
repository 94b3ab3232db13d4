import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency } from '../values/money.ts';
import { Frequency, SdgComponent } from './programme.ts';
import { AssistanceUnit, LocalText } from './rule-set.ts';

const programmeId = Id.describe('The programme.');
const code = ProgrammeCode.describe('Its short name.');
const key = (data: { programmeId: string }) => data.programmeId;

export const ProgrammePublished = defineEvent('eligibility.programme.published.v1', {
  summary: 'A version of a programme takes effect on a day. A published version never changes.',
  key,
  data: z.object({
    programmeId,
    code,
    version: z.int().min(1),
    title: LocalText,
    unit: AssistanceUnit.describe('Who is judged and covered: a household or a person.'),
    contributory: z.boolean(),
    sdgComponents: z.array(SdgComponent).max(SdgComponent.options.length).describe('What its coverage counts towards.'),
    currency: Currency,
    frequency: Frequency,
    validFrom: PlainDate,
  }),
});

export const ProgrammeRetired = defineEvent('eligibility.programme.retired.v1', {
  summary: 'A programme takes no one new from a day on.',
  planned: true,
  key,
  data: z.object({ programmeId, code, on: PlainDate }),
});
