import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';

import { Attempts } from './attempt.ts';
import { DeviceStore, MemoryStore, type Store, wipeDevice } from './device-store.ts';
import { Drafts } from './drafts.ts';
import { outcomes } from './outcomes.ts';
import { useSession } from './session.tsx';
import { rememberSignedOut } from './signed-out.ts';
import { tabsOf } from './tabs.ts';

const tabs = tabsOf(() => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('janela')));

const kept = (store: Store) => ({ store, drafts: new Drafts(store, tabs) });
const StoreContext = createContext(kept(new MemoryStore()));

/** Keeps drafts and unanswered requests for the person who is signed in; while no one is, what is on the device stays closed. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const personId = useSession()?.id;
  const both = useMemo(() => kept(personId ? opening(DeviceStore.open(personId)) : new MemoryStore()), [personId]);
  const queries = useQueryClient();
  useEffect(() => both.drafts.follow(), [both]);
  // What was done after all is not on the screen yet.
  useEffect(() => outcomes.watch(() => void queries.invalidateQueries()), [queries]);
  useEffect(() => tabs.follow(({ type }) => type === 'signed out' && leave()), []);
  return <StoreContext value={both}>{children}</StoreContext>;
}

/** Another tab has signed out. */
function leave(): void {
  rememberSignedOut();
  location.assign('/');
}

export const useStore = (): Store => useContext(StoreContext).store;

/** The forms of the person who is signed in. */
export const useDrafts = (): Drafts => useContext(StoreContext).drafts;

/** The rule of idempotency keys, for the person who is signed in. */
export function useAttempts(): Attempts {
  const store = useStore();
  return useMemo(() => new Attempts(store), [store]);
}

/** Wipes drafts from the device, and lets the other tabs know that no one is signed in any more. */
export async function forgetEverything(): Promise<void> {
  await wipeDevice();
  tabs.publish({ type: 'signed out' });
}

/** A store that is being opened; its callers wait. */
function opening(opened: Promise<Store>): Store {
  return {
    get: async (name) => (await opened).get(name),
    put: async (name, value) => (await opened).put(name, value),
    remove: async (name) => (await opened).remove(name),
    names: async (beginning) => (await opened).names(beginning),
  };
}
