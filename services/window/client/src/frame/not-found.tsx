import { useWords } from '../language/language.tsx';
import { Empty } from '../parts/states.tsx';
import { frameWords } from './frame.words.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const say = useWords(frameWords);
  return <Empty title={say('notFound')}>{say('notFoundText')}</Empty>;
}
