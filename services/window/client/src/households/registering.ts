import type { PossibleDuplicate, RegisteredHousehold } from '@janela/contracts';
import { useMutation } from '@tanstack/react-query';

import { ask } from '../api/api.ts';
import { Refused } from '../api/problem.ts';
import { useAttempts } from '../api/store.tsx';

type Body = Record<string, unknown>;

/** What became of pressing *Register*: it is registered, or somebody who may be the same was found and nothing is saved. */
export type Outcome = { registered: RegisteredHousehold } | { found: PossibleDuplicate[] };

/** Looks for the same people in the register, and registers when there are none, or when they are known to be others. */
export function useRegister() {
  const attempts = useAttempts();
  return useMutation({
    mutationFn: async ({ body, areOthers }: { body: Body; areOthers: boolean }): Promise<Outcome> => {
      const found = areOthers ? [] : await possibleDuplicates(body);
      if (found.length > 0) return { found };
      return { registered: await attempts.once<RegisteredHousehold>('register', '/registry/v1/households', { body }) };
    },
  });
}

async function possibleDuplicates({ areaCode, members }: Body): Promise<PossibleDuplicate[]> {
  try {
    const path = '/registry/v1/people/possible-duplicates';
    const answer = await ask<{ possibleDuplicates: PossibleDuplicate[] }>(path, {
      method: 'POST',
      body: { areaCode, members },
    });
    return answer.possibleDuplicates;
  } catch (error) {
    // A register of an older version cannot say; it says so after saving.
    if (error instanceof Refused && error.problem.code === 'request.no_such_route') return [];
    throw error;
  }
}
