import { onlineManager } from '@tanstack/react-query';

import { type SentChange, sendChange } from './change.ts';
import type { Store } from './device-store.ts';
import { type Outcomes, outcomes } from './outcomes.ts';
import { hasMovedOn, isSilence, saysNothingOfFirst } from './silence.ts';

type Send = <Answer>(change: SentChange<Answer>) => Promise<Answer>;

const mostAsking = 50;

/**
 * Finds out what became of changes whose answer was lost, as soon as the window can be reached: they are sent again as they were, on the
 * version that they were made on and under their key, so that nothing is done twice. The button that sent one may have gone meanwhile.
 */
export class LostAnswers {
  constructor(
    private readonly store: Store,
    private readonly send: Send = (change) => sendChange(change),
    private readonly untilReached: (asked: number) => Promise<void> = reachedAgain,
    private readonly known: Pick<Outcomes, 'set'> = outcomes,
  ) {}

  /** The question is sent until it is known; `answered` forgets what was typed into the form. */
  async follow(name: string, change: SentChange<unknown>, answered: () => void): Promise<void> {
    for (let asked = 0; asked < mostAsking; asked += 1) {
      await this.untilReached(asked);
      if (!(await this.waits(name, change.idempotencyKey))) return;
      try {
        await this.send(change);
      } catch (error) {
        if (isSilence(error) || saysNothingOfFirst(error, change)) continue;
        if (hasMovedOn(error)) answered();
        return this.end(name, hasMovedOn(error) ? 'moved on' : (error as Error));
      }
      answered();
      return this.end(name, 'done');
    }
  }

  /** Whether it is still not known: the person may have pressed the button again. */
  private async waits(name: string, key: string): Promise<boolean> {
    const kept = (await this.store.get(name).catch(() => undefined)) as { key: string } | undefined;
    return kept?.key === key;
  }

  private async end(name: string, outcome: Parameters<Outcomes['set']>[1]): Promise<void> {
    await this.store.remove(name).catch(() => undefined);
    this.known.set(name, outcome);
  }
}

const firstMs = 2_000;
const mostMs = 30_000;

/** Ends a moment from now, each time a longer one, or when the connection is back. */
async function reachedAgain(asked: number): Promise<void> {
  await new Promise((go) => setTimeout(go, Math.min(firstMs * (asked + 1), mostMs)));
  if (onlineManager.isOnline()) return;
  await new Promise<void>((go) => {
    const stop = onlineManager.subscribe((isOnline) => {
      if (!isOnline) return;
      stop();
      go();
    });
  });
}
