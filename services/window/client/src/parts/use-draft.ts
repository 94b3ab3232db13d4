import { useSyncExternalStore } from 'react';

import type { Held } from '../api/draft-keeper.ts';
import { useDrafts } from '../api/store.tsx';

/** What was typed into a form and not sent yet; kept on the device, for this person, until it is sent or discarded. */
export interface Draft<Value> extends Held<Value> {
  set: (value: Value) => void;
  /** Discarded: begins again with nothing. */
  forget: () => void;
  /** Notes what is about to be sent, whole or in some parts; the answer forgets that and keeps what was typed since. */
  sending: (...parts: (keyof Value & string)[]) => () => void;
  /** Takes what another tab has made of it. */
  take: () => void;
  /** Keeps what is on this screen. */
  keep: () => void;
}

/** Keeps a form over a reload, a closed tab and an expired login. The name says which form, of what. */
export function useDraft<Value>(form: string, blank: Value): Draft<Value> {
  const keeper = useDrafts().of(form, blank);
  const held = useSyncExternalStore(keeper.watch, keeper.held);
  return {
    ...held,
    set: (value) => keeper.set(value),
    forget: () => keeper.forget(),
    sending: (...parts) => keeper.sending(...parts),
    take: () => void keeper.take(),
    keep: () => void keeper.keep(),
  };
}
