/**
 * Returns the categories that may be shown where fewer than `least` complaints may not: none that has fewer, and none by which
 * those that are left out, taken together, could be computed from the total.
 */
export function enoughToShow<R extends { filed: number }>(rows: readonly R[], least: number): R[] {
  const shown = new Set(rows);
  let leftOut = 0;
  for (const row of rows.toSorted((a, b) => a.filed - b.filed)) {
    const isEnough = row.filed >= least && (leftOut === 0 || leftOut >= least);
    if (isEnough) break;
    leftOut += row.filed;
    shown.delete(row);
  }
  return rows.filter((row) => shown.has(row));
}
