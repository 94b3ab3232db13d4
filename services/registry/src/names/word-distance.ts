import { lettersOf } from './name-words.ts';

/** How many slips of the pen lie between two words: a letter too many, one too few, another one, or two that are swapped. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isSwapped ? [(before[column - 2] ?? 0) + 1] : []),
      );
    }
    [before, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

/** How far a word of a search is from one of a name: the beginning of it is nearly it. */
export function distanceTo(searched: string, word: string): number {
  if (searched === word) return 0;
  return Math.min(slipsBetween(searched, word), word.startsWith(searched) ? 0.5 : Infinity);
}
