import { useEffect, useState } from 'react';

import type { Questionnaire } from '../api/country.ts';
import type { Draft } from '../parts/use-draft.ts';
import { stepState, type FormError } from './form-errors.ts';
import type { Filled } from './registering.ts';
import type { StepError } from './step-errors.tsx';
import { useFormErrors } from './use-form-errors.ts';

/** Where one is in the form, what is known to be wrong with it, and the ways to other steps. */
export function useProgress(questionnaire: Questionnaire, draft: Draft<Filled>) {
  const { sections } = questionnaire;
  const { answers, step, fromCheck, seen = [] } = draft.value;
  const errorsIn = useFormErrors(questionnaire, answers);
  const [errors, setErrors] = useState<{ at: number; all: readonly FormError[] }>({ at: 0, all: [] });
  const setFocus = useFocus(step);
  const show = (all: readonly FormError[]) => setErrors({ at: errors.at + 1, all });
  const goTo = (to: number, back = false) => {
    draft.set({ answers, step: to, seen: [...new Set([...seen, step])], ...(back && { fromCheck: true }) });
    window.scrollTo(0, 0);
  };
  const isSeen = (each: number) => each !== step && seen.includes(each);
  const ofStep = (each: number) => errorsIn.ofStep(each);
  const knownOf = (each: number) => [
    ...ofStep(each),
    ...errors.all.filter((error) => error.place?.step === each && errorsIn.isSaidOfNow(error)),
  ];
  return {
    /** What is shown above the step, drawn again each time that it is shown. */
    shown: { at: errors.at, all: errors.all.map(errorsIn.inWords) },
    beside: errorsIn.beside(errors.all),
    stateOf: (each: number) => stepState({ seen: isSeen(each), known: knownOf(each) }),
    goTo,
    showRefusal: (entries: Parameters<typeof errorsIn.ofRefusal>[0]) => show(errorsIn.ofRefusal(entries)),
    /** A step that is opened again says what is known to be wrong with it. */
    open: (to: number) => {
      if (isSeen(to)) show(knownOf(to));
      goTo(to);
    },
    goOn: () => {
      const wrong = ofStep(step);
      show(wrong);
      if (wrong.length === 0) goTo(fromCheck ? sections.length : step + 1);
    },
    lead: (error: StepError) => {
      if (error.step !== step) goTo(error.step, step >= sections.length || fromCheck);
      setFocus(error.id);
    },
  };
}

/** Puts the cursor into a field once the step that it is on is drawn. */
function useFocus(step: number) {
  const [field, setField] = useState<string>();
  useEffect(() => {
    if (field === undefined) return;
    document.getElementById(field)?.focus();
    setField(undefined);
  }, [field, step]);
  return setField;
}
