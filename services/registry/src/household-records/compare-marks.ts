import type { IdentifierEntity } from './identifier.entity.ts';

export type Marked = Pick<IdentifierEntity, 'type' | 'mark'>;

/** What the official numbers of two people say: some of one kind differ, or one is the same, or there is nothing to compare. */
export type Numbers = 'equal' | 'differing' | 'unknown';

/** One number of a kind that both have in common is enough for this kind; a kind in which all differ means two people. */
export function compareMarks(own: readonly Marked[], others: readonly Marked[]): Numbers {
  const marks = new Set(own.map(({ mark }) => mark));
  const types = new Set(own.map(({ type }) => type));
  const byType = Map.groupBy(
    others.filter(({ type }) => types.has(type)),
    ({ type }) => type,
  );
  const kinds = [...byType.values()].map((each) => each.some(({ mark }) => marks.has(mark)));
  if (kinds.includes(false)) return 'differing';
  return kinds.length > 0 ? 'equal' : 'unknown';
}
