import { useEffect, useRef, useState } from 'react';

import { useStore } from '../api/store.tsx';

interface Held<Value> {
  name: string;
  value: Value;
  /** Whether what the device keeps has been looked for. */
  ready: boolean;
}

/** What was typed into a form and not sent yet; kept on the device, for this person, until it is sent or discarded. */
export interface Draft<Value> {
  value: Value;
  set: (value: Value) => void;
  /** Sent or discarded: begins again with nothing. */
  forget: () => void;
  ready: boolean;
}

/** Keeps a form over a reload, a closed tab and an expired login. The name says which form, of what. */
export function useDraft<Value>(form: string, blank: Value): Draft<Value> {
  const store = useStore();
  const name = `draft ${form}`;
  const [held, setHeld] = useState<Held<Value>>({ name, value: blank, ready: false });
  const touched = useRef('');
  const save = useInOrder();
  useEffect(() => {
    let isOver = false;
    const found = (kept: unknown) => {
      // Whoever types faster than the device answers is right.
      if (isOver || touched.current === name) return;
      setHeld({ name, value: kept === undefined ? blank : (kept as Value), ready: true });
    };
    store.get(name).then(found, () => found(undefined));
    return () => {
      isOver = true;
    };
    // What is blank is the same for the same form.
  }, [store, name]);
  const isThisForm = held.name === name;
  return {
    value: isThisForm ? held.value : blank,
    ready: isThisForm && held.ready,
    set: (value) => {
      touched.current = name;
      setHeld({ name, value, ready: true });
      const isBlank = JSON.stringify(value) === JSON.stringify(blank);
      save(() => (isBlank ? store.remove(name) : store.put(name, value)));
    },
    forget: () => {
      touched.current = name;
      setHeld({ name, value: blank, ready: true });
      save(() => store.remove(name));
    },
  };
}

/** Does one thing after the other, and of several that wait only the last. */
function useInOrder() {
  const chain = useRef(Promise.resolve());
  const last = useRef(0);
  return (act: () => Promise<void>) => {
    const turn = (last.current += 1);
    chain.current = chain.current.then(() => (turn === last.current ? act() : undefined)).catch(() => undefined);
  };
}
