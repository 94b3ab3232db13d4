/** What happens in one tab and matters to the others of the same browser. */
export type TabMessage = { type: 'signed out' } | { type: 'draft'; name: string };

/** The other tabs of the same browser. */
export interface Tabs {
  publish(message: TabMessage): void;
  /** Calls the listener with each message. Returns how to stop. */
  follow(listener: (message: TabMessage) => void): () => void;
}

/** Returns the other tabs; where the browser has no such channel, nothing is published and nothing arrives. */
export function tabsOf(channel: BroadcastChannel | undefined): Tabs {
  return {
    publish: (message) => channel?.postMessage(message),
    follow: (listener) => {
      const arrived = ({ data }: MessageEvent) => listener(data as TabMessage);
      channel?.addEventListener('message', arrived);
      return () => channel?.removeEventListener('message', arrived);
    },
  };
}
