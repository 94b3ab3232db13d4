import type { PossibleDuplicate, PossibleDuplicates, RegisteredHousehold } from '@janela/contracts';

import { ask } from '../api/api.ts';
import type { Attempts } from '../api/attempt.ts';

export type Body = Record<string, unknown>;
type Look = (body: Body) => Promise<PossibleDuplicate[]>;

/** What became of pressing *Register*: it is registered, or somebody who may be the same was found and nothing is saved. */
export type Outcome = { registered: RegisteredHousehold } | { found: PossibleDuplicate[] };

const path = '/registry/v1/households';

/**
 * Looks for the same people in the register, and registers when there are none, or when they are known to be others. What was sent
 * before and never answered is sent again without looking: a look would find the very household that was saved the first time.
 */
export async function registerOnce(
  attempts: Attempts,
  { body, areOthers }: { body: Body; areOthers: boolean },
  look: Look = possibleDuplicates,
): Promise<Outcome> {
  const isAgain = await attempts.waits('register', path, { body });
  const found = areOthers || isAgain ? [] : await look(body);
  if (found.length > 0) return { found };
  return { registered: await attempts.once<RegisteredHousehold>('register', path, { body }) };
}

async function possibleDuplicates({ areaCode, members }: Body): Promise<PossibleDuplicate[]> {
  const answer = await ask<PossibleDuplicates>('/registry/v1/people/possible-duplicates', {
    method: 'POST',
    body: { areaCode, members },
  });
  return answer.possibleDuplicates;
}
