/** What happens in one tab and matters to the others of the same browser. */
export type TabMessage = { type: 'signed out' } | { type: 'draft'; name: string };

/** The other tabs of the same browser. */
export interface Tabs {
  tell(message: TabMessage): void;
  /** Answers how to stop listening. */
  hear(listener: (message: TabMessage) => void): () => void;
}

/** Speaks to the other tabs; where the browser has no such channel, nobody is told and nobody is heard. */
export function tabsOf(channel: BroadcastChannel | undefined): Tabs {
  return {
    tell: (message) => channel?.postMessage(message),
    hear: (listener) => {
      const heard = ({ data }: MessageEvent) => listener(data as TabMessage);
      channel?.addEventListener('message', heard);
      return () => channel?.removeEventListener('message', heard);
    },
  };
}
