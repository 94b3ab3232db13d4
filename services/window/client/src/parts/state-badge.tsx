import type { StateWords } from '../codes/state.words.ts';
import { useLanguage } from '../language/language.tsx';
import { write } from '../language/words.ts';
import { Badge } from './badge.tsx';

/** The state of something, in the reader's words and with its colour and shape. */
export function StateBadge({ of: { meaning, words } }: { of: StateWords }) {
  const { language } = useLanguage();
  return <Badge meaning={meaning}>{write(words, language)}</Badge>;
}
