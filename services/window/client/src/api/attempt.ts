import { useRef } from 'react';

/** One key for one intention: a double click or a retry sends the same key, and after success the next intention gets a new one. */
export function useAttempt() {
  const key = useRef(crypto.randomUUID() as string);
  return {
    key: () => key.current,
    done: () => {
      key.current = crypto.randomUUID();
    },
  };
}
