import type { PaidProgramme, Programme } from '@janela/contracts';

/** The programmes that money is spent on: a contributory one lives by what its members pay in, and is given no funds. */
export function fundable(
  paid: readonly PaidProgramme[],
  programmes: readonly Pick<Programme, 'code' | 'contributory'>[],
): PaidProgramme[] {
  const contributory = new Set(programmes.filter((each) => each.contributory).map(({ code }) => code));
  return paid.filter(({ programme }) => !contributory.has(programme));
}
