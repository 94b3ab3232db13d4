import { backOff } from '@janela/kernel';

const waitMs = backOff({ first: 200, most: 5_000 });

/** Starts something again after it has ended, later and later, until `stop()`. */
export class Restarts {
  private timer?: NodeJS.Timeout | undefined;
  private stopped = false;
  /** How often since the last success. */
  count = 0;

  /** Calls `again` after a while; does nothing when a restart is already under way. Returns the wait in milliseconds. */
  schedule(again: () => void): number | undefined {
    if (this.stopped || this.timer) return undefined;
    this.count += 1;
    const delayMs = waitMs(this.count);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.stopped) again();
    }, delayMs);
    return delayMs;
  }

  succeeded(): void {
    this.count = 0;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
