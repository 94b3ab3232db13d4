import { functioningDomains } from '@janela/contracts';
import type { MemberFacts } from '@janela/contracts';

import { anyOf } from '../rules/truth.ts';
import type { Truth } from '../rules/truth.ts';

/** Whether a member has at least this much difficulty (3 a lot, 4 cannot do at all) in one of the six domains. */
export function hasDifficulty({ functioning }: MemberFacts, atLeast: 3 | 4): Truth {
  return anyOf(
    functioningDomains.map((domain) => {
      const difficulty = functioning?.[domain] ?? null;
      return difficulty === null ? null : difficulty >= atLeast;
    }),
  );
}
