import { invariant } from '@janela/kernel';

/** When a key is used. Before `activeFrom` it is only published, so that every verifier knows it before it signs. */
export interface KeyTimes {
  readonly id: string;
  readonly activeFrom: Date;
  /** When what it signed has expired; null while it is in use. */
  readonly retiresAt: Date | null;
}

/** How long a new signing key is published before it signs: longer than every instance takes to notice it. */
export const publishAheadMs = 120_000;

/** What is in use at an instant: the key that signs first, then all whose signatures still hold or soon will. */
export function inUse<K extends KeyTimes>(keys: readonly K[], now: Date): K[] {
  const known = keys.filter((key) => key.retiresAt === null || key.retiresAt > now).sort(newestFirst);
  const [signing] = known.filter((key) => key.activeFrom <= now);
  invariant(signing, 'there is a key to sign with');
  return [signing, ...known.filter((key) => key !== signing)];
}

function newestFirst(a: KeyTimes, b: KeyTimes): number {
  return b.activeFrom.getTime() - a.activeFrom.getTime() || (a.id < b.id ? 1 : -1);
}

/** When a change of keys takes place. */
export interface Rotation {
  readonly activeFrom: Date;
  readonly oldRetireAt: Date;
}

/** An orderly change: the new key waits until it is known, the old ones stay until what they signed has expired. */
export function orderlyRotation(now: Date, longestLifeMs: number): Rotation {
  const activeFrom = new Date(now.getTime() + publishAheadMs);
  return { activeFrom, oldRetireAt: new Date(activeFrom.getTime() + longestLifeMs) };
}

/** Returns the change after a key was stolen: all that it signed is worthless from now on. */
export function rotationAfterTheft(now: Date): Rotation {
  return { activeFrom: now, oldRetireAt: now };
}
