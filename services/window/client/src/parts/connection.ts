import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const everyMs = 3_000;

/**
 * Whether the window can be reached, for everything on the screen alike. The browser only knows whether there is a network; that a
 * request got no answer is why the gateway itself is asked, until it answers again.
 */
export class Connection {
  private asking: Promise<boolean> | undefined;

  constructor(
    private readonly reach: () => Promise<boolean>,
    private readonly pause: (ms: number) => Promise<void> = (ms) => new Promise((go) => setTimeout(go, ms)),
  ) {}

  /** Returns whether the window can be reached, and says so to all; while it cannot, it is asked again. */
  isReached(): Promise<boolean> {
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<boolean> {
    const isReached = await this.reach().catch(() => false);
    onlineManager.setOnline(isReached);
    if (!isReached) void this.pause(everyMs).then(() => this.askAgain());
    return isReached;
  }

  private async askAgain(): Promise<void> {
    if (!onlineManager.isOnline()) await this.isReached();
  }
}

export const connection = new Connection(() => fetch('/icon.svg', { cache: 'no-store' }).then(({ ok }) => ok));

/** Whether there is a connection, as every part of the screen says it. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
