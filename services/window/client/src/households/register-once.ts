import { bodyOf } from '@janela/api-client';
import type { PossibleDuplicate, PossibleDuplicates, RegisteredHousehold, RegisterHousehold } from '@janela/contracts';

import type { Attempts } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';

/** A registration as the country's questionnaire puts it together; whether it is whole the service says. */
export type Body = Record<string, unknown>;
type Look = (body: Body) => Promise<PossibleDuplicates>;

/** Who may be the same, and how many have one of these official numbers where the clerk does not reach. */
export interface Found {
  found: PossibleDuplicate[];
  elsewhere: number;
}

/** What became of pressing *Register*: it is registered, or a person who may be the same is known and nothing is saved. */
export type Outcome = { registered: RegisteredHousehold } | Found;

const registration = (body: Body) =>
  changeOf('registry', 'post', '/v1/households', { body: body as unknown as RegisterHousehold });

/**
 * Looks for the same people in the register, and registers when there are none, or when they are known to be others. What was sent
 * before and never answered is sent again without looking: a look would find the very household that was saved the first time.
 */
export async function registerOnce(
  attempts: Attempts,
  { form, body, areOthers }: { form: string; body: Body; areOthers: boolean },
  look: Look = possibleDuplicates,
): Promise<Outcome> {
  const isAgain = await attempts.waits(form, registration(body));
  if (!areOthers && !isAgain) {
    const { possibleDuplicates: found, registeredElsewhere: elsewhere } = await look(body);
    if (found.length > 0 || elsewhere > 0) return { found, elsewhere };
  }
  return { registered: await attempts.once(form, registration(body)) };
}

const possibleDuplicates = (body: Body): Promise<PossibleDuplicates> => {
  const { areaCode, members } = body as unknown as RegisterHousehold;
  return bodyOf(api.registry.POST('/v1/people/possible-duplicates', { body: { areaCode, members } }));
};
