import { describe, expect, it } from '@jest/globals';

import { dateText, instantText, monthNow, todayIn } from './dates.ts';

const lusaka = 'Africa/Lusaka';

describe('dates on a screen', () => {
  it('show an instant as the day that it was in the country, also between midnight and two', () => {
    expect(dateText('2026-11-30T21:59:59Z', 'en-ZM', lusaka)).toBe(dateText('2026-11-30', 'en-ZM', lusaka));
    expect(dateText('2026-11-30T22:00:00Z', 'en-ZM', lusaka)).toBe(dateText('2026-12-01', 'en-ZM', lusaka));
    expect(dateText('2026-11-30T22:00:00.123Z', 'en-ZM', 'UTC')).toBe(dateText('2026-11-30', 'en-ZM', lusaka));
  });

  it('leave a day a day, in whatever zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', lusaka])
      expect(dateText('2026-03-01', 'en-ZM', zone)).toMatch(/^1 Mar/);
  });

  it('show the hour by the clocks of the country', () => {
    expect(instantText('2026-11-30T22:15:00Z', 'fr', lusaka)).toMatch(/00:15/);
  });

  it('begin a month with the country, not with London', () => {
    const now = new Date('2026-11-30T22:30:00Z');
    expect([monthNow(lusaka, now), monthNow('UTC', now), todayIn(lusaka, now)]).toEqual([
      '2026-12',
      '2026-11',
      '2026-12-01',
    ]);
  });
});
