import type { RegisteredHousehold } from '@janela/contracts';
import { useMutation } from '@tanstack/react-query';

import { useAttempts } from '../api/store.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { Answers } from './form-answers.ts';
import { registerOnce, type Body } from './register-once.ts';

/** A registration form that is being filled in. */
export interface Filled {
  answers: Answers;
  step: number;
  /** Distinguishes this family from another that is registered in another tab; there from the first answer on. */
  id?: string;
  /** The steps that were opened and left. */
  seen?: readonly number[];
  /** Whether a step was opened to change something, and *Continue* leads back to the check. */
  fromCheck?: boolean;
}

/** The form, which has an id as soon as something is typed into it. */
export const withId = (draft: Draft<Filled>): Draft<Filled> => ({
  ...draft,
  set: (value) => draft.set({ ...value, id: draft.value.id ?? crypto.randomUUID() }),
});

/** What the form is sent as. */
export const attemptOf = ({ id }: Filled) => (id === undefined ? 'register' : `register ${id}`);

/** What a registration that is being sent is known by. */
export const registering = ['register'];

interface Sending {
  form: string;
  body: Body;
  areOthers: boolean;
  /** Shows what was registered. It is called before the form is forgotten, which takes the button away that was pressed. */
  show: (registered: RegisteredHousehold) => void;
  sent: () => void;
}

/** Registers a household, by the rule of `registerOnce`. */
export function useRegister() {
  const attempts = useAttempts();
  return useMutation({
    mutationKey: registering,
    mutationFn: async ({ show, sent, ...given }: Sending) => {
      const outcome = await registerOnce(attempts, given);
      if ('registered' in outcome) {
        show(outcome.registered);
        sent();
      }
      return outcome;
    },
  });
}
