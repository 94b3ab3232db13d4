import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { complaintsWords } from './complaints.words.ts';

/** What a complaint may be about, by ids. */
export interface About {
  householdId?: string;
  applicationId?: string;
  paymentId?: string;
}

/** Leads to a complaint about what is on the page; absent for those who may not file one. */
export function ComplainButton({ about }: { about: About }) {
  const say = useWords(complaintsWords);
  if (!useMay('fileCases')) return null;
  return (
    <LinkButton variant="default" to="/complaints/new" search={about}>
      {say('file')}
    </LinkButton>
  );
}
