import type { PossibleDuplicate, PossibleDuplicates, RegisteredHousehold } from '@janela/contracts';

import { ask } from '../api/api.ts';
import type { Attempts } from '../api/attempt.ts';

export type Body = Record<string, unknown>;
type Look = (body: Body) => Promise<PossibleDuplicates>;

/** Who may be the same, and how many have one of these official numbers where the clerk does not reach. */
export interface Found {
  found: PossibleDuplicate[];
  elsewhere: number;
}

/** What became of pressing *Register*: it is registered, or somebody who may be the same is known and nothing is saved. */
export type Outcome = { registered: RegisteredHousehold } | Found;

const path = '/registry/v1/households';

/**
 * Looks for the same people in the register, and registers when there are none, or when they are known to be others. What was sent
 * before and never answered is sent again without looking: a look would find the very household that was saved the first time.
 */
export async function registerOnce(
  attempts: Attempts,
  { form, body, areOthers }: { form: string; body: Body; areOthers: boolean },
  look: Look = possibleDuplicates,
): Promise<Outcome> {
  const isAgain = await attempts.waits(form, path, { body });
  if (!areOthers && !isAgain) {
    const { possibleDuplicates: found, registeredElsewhere: elsewhere } = await look(body);
    if (found.length > 0 || elsewhere > 0) return { found, elsewhere };
  }
  return { registered: await attempts.once<RegisteredHousehold>(form, path, { body }) };
}

const possibleDuplicates = ({ areaCode, members }: Body): Promise<PossibleDuplicates> =>
  ask('/registry/v1/people/possible-duplicates', { method: 'POST', body: { areaCode, members } });
