/** What is remembered about failures under one key: a person's address pair, a person, an address, a known device. */
export interface Throttle {
  readonly failures: number;
  readonly lastFailedAt: Date;
  /** Nothing is even checked before this instant. */
  readonly blockedUntil: Date | null;
}

export const throttleKinds = ['device', 'pair', 'person', 'address'] as const;

/**
 * Whose failures are counted together. `device` is a browser that this person has signed in with before, `pair` a person
 * seen from one address, `person` one person from anywhere, `address` everybody from one address.
 */
export type ThrottleKind = (typeof throttleKinds)[number];

/**
 * Failures before the first wait. An office shares one address, so `address` is generous; `person` is too, since it is the
 * only one that can be filled from elsewhere.
 */
export const freeFailures: Record<ThrottleKind, number> = { device: 5, pair: 5, person: 30, address: 60 };

const minuteMs = 60_000;

export const firstWaitMs = minuteMs;
export const longestWaitMs = 15 * minuteMs;

/** A key that has not failed for this long starts again at one. Longer than the longest wait, which would end the count otherwise. */
export const forgetAfterMs = 60 * minuteMs;

/** How long to wait after so many failures: nothing, then one minute, doubling, never more than a quarter of an hour. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free, 10));
}

/** The instant until which the key is blocked, when that is still to come. */
export function blockedUntil(throttle: Throttle | undefined, now: Date): Date | undefined {
  const until = throttle?.blockedUntil ?? undefined;
  return until && until > now ? until : undefined;
}

/** The key after one more failure. */
export function afterFailure(throttle: Throttle | undefined, free: number, now: Date): Throttle {
  const remembered =
    throttle && now.getTime() - throttle.lastFailedAt.getTime() < forgetAfterMs ? throttle.failures : 0;
  const failures = remembered + 1;
  const waitMs = waitAfter(failures, free);
  return { failures, lastFailedAt: now, blockedUntil: waitMs > 0 ? new Date(now.getTime() + waitMs) : null };
}

/**
 * The key after a success that had been counted as a failure in advance. What belongs to this person at this place is wiped
 * clean; what is shared with others only takes the one count back, so that an account of one's own does not pay for guesses.
 */
export function afterSuccess(kind: ThrottleKind, throttle: Throttle): Throttle | undefined {
  if (kind === 'device' || kind === 'pair' || throttle.failures <= 1) return undefined;
  const failures = throttle.failures - 1;
  return { ...throttle, failures, blockedUntil: failures < freeFailures[kind] ? null : throttle.blockedUntil };
}
