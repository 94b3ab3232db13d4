import { useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { frameWords } from './frame.words.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const say = useWords(frameWords);
  return (
    <>
      <PageTitle title={say('notFound')} line={say('notFoundText')} />
      <LinkButton to="/">{say('backHome')}</LinkButton>
    </>
  );
}
