import { describe, expect, it } from '@jest/globals';
import { CaseLevel } from '@janela/contracts';
import fc from 'fast-check';

import {
  type DeadlineClock,
  type DeadlineEvent,
  meetDeadlines,
  nextDueAt,
  restartClock,
  startClock,
} from './deadline-clock.ts';

const allowance = { acknowledgeWithinHours: 48, resolveWithinHours: 336, escalateWithinHours: 504 };
const filedAt = new Date('2026-11-02T08:00:00Z');
const hoursAfter = (hours: number) => new Date(filedAt.getTime() + hours * 3_600_000);
const at = (clock: DeadlineClock, hours: number) => meetDeadlines(clock, allowance, hoursAfter(hours));

describe('the deadlines of a case', () => {
  const clock = startClock('district', allowance, filedAt);

  it('bring nothing about before they pass, and what they are for when they do', () => {
    expect(at(clock, 47.99).events).toEqual([]);
    expect(at(clock, 48).events).toEqual(['reminded']);
    expect(at(clock, 335.99).events).toEqual(['reminded']);
    expect(at(clock, 336).events).toEqual(['reminded', 'overdue']);
    expect(at(clock, 504).events).toEqual(['reminded', 'overdue', 'escalated']);
  });

  it('do not remind anyone of a case that an officer has taken on', () => {
    expect(at({ ...clock, acknowledgedAt: hoursAfter(1) }, 335).events).toEqual([]);
  });

  it('give the level above its whole time from when it learns of the case', () => {
    const { clock: province } = at(clock, 1000);
    expect(province).toMatchObject({ level: 'province', resolveBy: hoursAfter(1336), overdueAt: null });
  });

  it('lead nowhere from the highest level', () => {
    const national = startClock('national', allowance, filedAt);
    const late = at(national, 5000);
    expect(late.events).toEqual(['reminded', 'overdue']);
    expect(nextDueAt(late.clock)).toBeUndefined();
  });

  it('begin again for a case that is taken up again', () => {
    const again = restartClock(at(clock, 400).clock, allowance, hoursAfter(400));
    expect(nextDueAt(again)).toEqual(hoursAfter(736));
    expect(again).toMatchObject({ level: 'district', acknowledgedAt: hoursAfter(400) });
  });
});

describe('the sweeps of the clock', () => {
  const starts = fc.constantFrom(...CaseLevel.options);
  const allowances = fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    .map(([acknowledge, more, still]) => ({
      acknowledgeWithinHours: acknowledge,
      resolveWithinHours: acknowledge + more,
      escalateWithinHours: acknowledge + more + still,
    }));
  // Sweeps in any order stand for a clock that is set back; long gaps for downtime; an officer may take the case on between two.
  const moments = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 6000 }), takesOn: fc.boolean() }), {
    maxLength: 40,
  });

  it('do each thing once for each level, in whatever order they come and however long they stay away', () => {
    fc.assert(
      fc.property(starts, allowances, moments, (level, given, sweeps) => {
        let clock = startClock(level, given, filedAt);
        const done: string[] = [];
        for (const { hour, takesOn } of sweeps) {
          const from = clock.level;
          const met = meetDeadlines(clock, given, hoursAfter(hour));
          done.push(...met.events.map((event) => `${event} ${from}`));
          clock = takesOn ? { ...met.clock, acknowledgedAt: hoursAfter(hour) } : met.clock;
        }
        expect(new Set(done).size).toBe(done.length);
      }),
    );
  });

  it('lose nothing: what no officer takes on comes to the highest level, past each one below, and is overdue there', () => {
    fc.assert(
      fc.property(starts, allowances, fc.array(fc.integer({ min: 0, max: 5000 })), (level, given, gaps) => {
        let clock = startClock(level, given, filedAt);
        const done: [DeadlineEvent, CaseLevel][] = [];
        const sweep = (now: Date) => {
          const from = clock.level;
          const met = meetDeadlines(clock, given, now);
          done.push(...met.events.map((event): [DeadlineEvent, CaseLevel] => [event, from]));
          clock = met.clock;
        };
        let hour = 0;
        for (const gap of gaps) sweep(hoursAfter((hour += gap)));
        for (let due = nextDueAt(clock); due; due = nextDueAt(clock))
          sweep(new Date(Math.max(due.getTime(), hoursAfter(hour).getTime())));
        const passed = CaseLevel.options.slice(CaseLevel.options.indexOf(level));
        expect(done.filter(([event]) => event === 'escalated').map(([, from]) => from)).toEqual(passed.slice(0, -1));
        expect(done.filter(([event]) => event === 'overdue').map(([, from]) => from)).toEqual(passed);
        expect(done.filter(([event]) => event === 'reminded').map(([, from]) => from)).toEqual(passed);
      }),
    );
  });

  it('are asked for exactly when there is something to do', () => {
    fc.assert(
      fc.property(starts, allowances, fc.integer({ min: 0, max: 3000 }), (level, given, hour) => {
        const clock = startClock(level, given, filedAt);
        const due = nextDueAt(clock);
        const { events } = meetDeadlines(clock, given, hoursAfter(hour));
        expect(events.length > 0).toBe(due !== undefined && due <= hoursAfter(hour));
      }),
    );
  });
});
