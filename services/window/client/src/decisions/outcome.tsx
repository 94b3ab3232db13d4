import type { Determination } from '@janela/contracts';

import type { Meaning } from '../codes/meaning.ts';
import { useWords } from '../language/language.tsx';
import { Badge } from '../parts/badge.tsx';
import { decisionsWords } from './decisions.words.ts';

const meanings: Record<Determination, Meaning> = { eligible: 'good', ineligible: 'bad', needs_review: 'unknown' };

/** What the rules recommend. */
export function Outcome({ of }: { of: Determination }) {
  const say = useWords(decisionsWords);
  return <Badge meaning={meanings[of]}>{say(of)}</Badge>;
}
