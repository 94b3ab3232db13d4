/**
 * What became of a change whose answer was lost: it was done; the thing has moved on since, by this or by another; or it was refused.
 */
export type Outcome = 'done' | 'moved on' | Error;

/** What became of what was sent from this page and never answered, by the name of each attempt. */
export class Outcomes {
  private readonly known = new Map<string, Outcome>();
  private readonly watchers = new Set<() => void>();

  readonly find = (attempt: string): Outcome | undefined => this.known.get(attempt);

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  set(attempt: string, outcome: Outcome): void {
    this.known.set(attempt, outcome);
    for (const watcher of this.watchers) watcher();
  }

  /** It is sent again: what became of the last is no answer to this one. */
  forget(attempt: string): void {
    this.known.delete(attempt);
  }
}

export const outcomes = new Outcomes();
