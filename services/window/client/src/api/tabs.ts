/** What happens in one tab and matters to the others of the same browser. */
export type TabMessage = { type: 'signed out' } | { type: 'draft'; name: string };

/** The other tabs of the same browser. */
export interface Tabs {
  publish(message: TabMessage): void;
  /** Calls the listener with each message. Returns how to stop. */
  follow(listener: (message: TabMessage) => void): () => void;
}

/** Returns the other tabs, by a channel that is opened when it is first used; without one, nothing is published and nothing arrives. */
export function tabsOf(open: () => BroadcastChannel | undefined): Tabs {
  let opened: { channel: BroadcastChannel | undefined } | undefined;
  const channelOf = () => (opened ??= { channel: open() }).channel;
  return {
    publish: (message) => channelOf()?.postMessage(message),
    follow: (listener) => {
      const arrived = ({ data }: MessageEvent) => listener(data as TabMessage);
      const channel = channelOf();
      channel?.addEventListener('message', arrived);
      return () => channel?.removeEventListener('message', arrived);
    },
  };
}
