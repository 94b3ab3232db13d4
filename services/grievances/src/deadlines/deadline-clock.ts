import { CaseLevel } from '@janela/contracts';

/** What happens to a case when no officer acts: each once for each level. */
export type DeadlineEvent = 'reminded' | 'overdue' | 'escalated';

/** How long each level has. */
export interface Allowance {
  acknowledgeWithinHours: number;
  resolveWithinHours: number;
  escalateWithinHours: number;
}

/** The time of a case at the level that has to act. */
export interface DeadlineClock {
  level: CaseLevel;
  acknowledgeBy: Date;
  resolveBy: Date;
  /** Null at the highest level: there is none above that could act instead. */
  escalateBy: Date | null;
  acknowledgedAt: Date | null;
  remindedAt: Date | null;
  overdueAt: Date | null;
}

const hourMs = 3_600_000;

/** Returns the clock of a case that comes to a level now. */
export function startClock(level: CaseLevel, allowance: Allowance, now: Date): DeadlineClock {
  const after = (hours: number) => new Date(now.getTime() + hours * hourMs);
  return {
    level,
    acknowledgeBy: after(allowance.acknowledgeWithinHours),
    resolveBy: after(allowance.resolveWithinHours),
    escalateBy: levelAbove(level) ? after(allowance.escalateWithinHours) : null,
    acknowledgedAt: null,
    remindedAt: null,
    overdueAt: null,
  };
}

/** Returns the clock of a case that is taken up again where it was: an officer has it, and the time to answer begins again. */
export function restartClock({ level }: DeadlineClock, allowance: Allowance, now: Date): DeadlineClock {
  return { ...startClock(level, allowance, now), acknowledgedAt: now };
}

/** Returns the level to go to when this one does not answer. */
export function levelAbove(level: CaseLevel): CaseLevel | undefined {
  return CaseLevel.options[CaseLevel.options.indexOf(level) + 1];
}

/** Returns when there is something to do next, or undefined once all is done that time can do. */
export function nextDueAt(clock: DeadlineClock): Date | undefined {
  const awaited = [
    clock.acknowledgedAt || clock.remindedAt ? null : clock.acknowledgeBy,
    clock.overdueAt ? null : clock.resolveBy,
    clock.escalateBy,
  ].filter((at) => at !== null);
  return awaited.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/**
 * Returns what has become due by now, in that order, and the clock afterwards. However late and however often it is called, each
 * event comes once: the level above has its whole time from when it learns of the case.
 */
export function meetDeadlines(
  clock: DeadlineClock,
  allowance: Allowance,
  now: Date,
): { clock: DeadlineClock; events: DeadlineEvent[] } {
  const isMissed = (at: Date | null) => at !== null && at <= now;
  const events: DeadlineEvent[] = [];
  const after = { ...clock };
  if (!clock.acknowledgedAt && !clock.remindedAt && isMissed(clock.acknowledgeBy)) {
    events.push('reminded');
    after.remindedAt = now;
  }
  if (!clock.overdueAt && isMissed(clock.resolveBy)) {
    events.push('overdue');
    after.overdueAt = now;
  }
  const above = levelAbove(clock.level);
  if (!above || !isMissed(clock.escalateBy)) return { clock: after, events };
  return { clock: startClock(above, allowance, now), events: [...events, 'escalated'] };
}
