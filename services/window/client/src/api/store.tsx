import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';

import { Attempts } from './attempt.ts';
import { DeviceStore, MemoryStore, type Store, wipeDevice } from './device-store.ts';
import { useSession } from './session.tsx';

const StoreContext = createContext<Store>(new MemoryStore());

/** What happens in one tab and matters to the others of the same browser. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('janela');
const signedOut = 'signed out';

/** Keeps drafts and unanswered requests for whoever is signed in; while nobody is, what is on the device stays closed. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const personId = useSession()?.id;
  const store = useMemo(() => (personId ? opening(DeviceStore.open(personId)) : new MemoryStore()), [personId]);
  useEffect(() => {
    const leave = ({ data }: MessageEvent) => data === signedOut && location.assign('/');
    tabs?.addEventListener('message', leave);
    return () => tabs?.removeEventListener('message', leave);
  }, []);
  return <StoreContext value={store}>{children}</StoreContext>;
}

export const useStore = () => useContext(StoreContext);

/** The rule of idempotency keys, for whoever is signed in. */
export function useAttempts(): Attempts {
  const store = useStore();
  return useMemo(() => new Attempts(store), [store]);
}

/** Wipes drafts from the device, and lets the other tabs know that nobody is signed in any more. */
export async function forgetEverything(): Promise<void> {
  await wipeDevice();
  tabs?.postMessage(signedOut);
}

/** A store that is being opened; whoever asks it waits. */
function opening(opened: Promise<Store>): Store {
  return {
    get: async (name) => (await opened).get(name),
    put: async (name, value) => (await opened).put(name, value),
    remove: async (name) => (await opened).remove(name),
    names: async (beginning) => (await opened).names(beginning),
  };
}
