import { useMutation } from '@tanstack/react-query';

import { useAttempts } from '../api/store.tsx';
import type { Answers } from './form-answers.ts';
import { registerOnce, type Body } from './register-once.ts';

/** A registration form that is being filled in. */
export interface Filled {
  answers: Answers;
  step: number;
  /** The steps that somebody has been on and left. */
  seen?: readonly number[];
  /** Whether a step was opened to change something, and *Continue* leads back to the check. */
  fromCheck?: boolean;
}

/** What a registration that is being sent is known by. */
export const registering = ['register'];

/** Registers a household, by the rule of `registerOnce`. */
export function useRegister() {
  const attempts = useAttempts();
  return useMutation({
    mutationKey: registering,
    mutationFn: async ({ sent, ...given }: { body: Body; areOthers: boolean; sent: () => void }) => {
      const outcome = await registerOnce(attempts, given);
      if ('registered' in outcome) sent();
      return outcome;
    },
  });
}
