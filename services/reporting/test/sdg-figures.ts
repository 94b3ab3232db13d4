import type { SdgRow, SdgTable } from '@janela/contracts';
import { type Caller, ok } from '@janela/testing';

/** One figure for each series and sex, as `{ SI_COV_POOR: { _T: 7, F: 4, M: 2 } }`. */
export type Figures = Record<string, Record<string, number | null>>;

export async function getSdg(caller: Caller<'reporting'>, query: string): Promise<SdgTable> {
  return ok(await caller.get(`/v1/sdg/1.3.1?${query}`));
}

export function numerators({ items }: SdgTable): Figures {
  return bySeriesAndSex(items, ({ numerator }) => numerator);
}

export function bySeriesAndSex(items: readonly SdgRow[], value: (row: SdgRow) => number | null): Figures {
  const series = Map.groupBy(items, ({ series: name }) => name);
  return Object.fromEntries(
    [...series].map(([name, rows]) => [name, Object.fromEntries(rows.map((row) => [row.sex, value(row)]))]),
  );
}
