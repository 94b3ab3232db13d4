/** Ages in completed years, both ends included; `to` is absent where there is no end. */
export interface AgeGroup {
  readonly from: number;
  readonly to?: number;
}

/** Reads `0-4`, `100+` or `all`. */
export function ageGroupOf(text: string): AgeGroup {
  if (text === 'all') return { from: 0 };
  const [from, to] = text.replace('+', '').split('-').map(Number);
  return to === undefined ? { from: from ?? 0 } : { from: from ?? 0, to };
}

/** Returns an age group as SDMX writes it. */
export function sdmxAge({ from, to }: AgeGroup): string {
  if (to === undefined) return from === 0 ? '_T' : `Y_GE${from}`;
  return `Y${from}T${to}`;
}

/** Returns which share of the people of `group` is of the ages `wanted`, if as many are of each of its years. */
export function shareWithin(group: AgeGroup, wanted: AgeGroup): number {
  const lowest = Math.max(group.from, wanted.from);
  const highest = Math.min(group.to ?? Infinity, wanted.to ?? Infinity);
  if (lowest > highest) return 0;
  if (group.to === undefined) return wanted.from <= group.from && wanted.to === undefined ? 1 : 0;
  return (highest - lowest + 1) / (group.to - group.from + 1);
}

/** Returns whether groups follow one upon another from birth to an open end, without a gap. */
export function areComplete(groups: readonly AgeGroup[]): boolean {
  const sorted = [...groups].sort((a, b) => a.from - b.from);
  const starts = sorted.map(({ from }) => from);
  const ends = sorted.map(({ to }) => to);
  return starts[0] === 0 && ends.every((to, index) => (to === undefined ? undefined : to + 1) === starts[index + 1]);
}
