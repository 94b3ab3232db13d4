import { useEffect, useState } from 'react';

import { blankAnswers, type Answers } from './form-answers.ts';

interface Draft {
  answers: Answers;
  step: number;
}

/** A form that survives a reload and an expired login. It ends with the browser, for the laptop is shared. */
export function useDraft(personId: string, areaCode: string | undefined) {
  const key = `janela.draft.${personId}`;
  const blank: Draft = {
    answers: { ...blankAnswers, household: areaCode && areaCode.length > 2 ? { areaCode } : {} },
    step: 0,
  };
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? blank : (JSON.parse(kept) as Draft);
  });
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  return {
    ...draft,
    change: (answers: Answers) => setDraft({ ...draft, answers }),
    goTo: (step: number) => setDraft({ ...draft, step }),
    discard: () => setDraft(blank),
  };
}
