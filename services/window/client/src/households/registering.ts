import { useMutation } from '@tanstack/react-query';

import { useAttempts } from '../api/store.tsx';
import { registerOnce, type Body } from './register-once.ts';

/** Registers a household, by the rule of `registerOnce`. */
export function useRegister() {
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (given: { body: Body; areOthers: boolean }) => registerOnce(attempts, given),
  });
}
