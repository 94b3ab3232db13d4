import { bodyOf } from '@janela/api-client';
import type { Log } from '@janela/supervisor';

import { until } from './in-parallel.ts';
import type { People } from './people.ts';

/** Prints SDG 1.3.1 for the country, once reporting has consumed the payments. */
export async function printFigures({ statistician }: People, log: Log): Promise<void> {
  const table = await until('the first figure of SDG 1.3.1', async () => {
    const answer = await bodyOf(statistician.reporting.GET('/v1/sdg/1.3.1', { params: { query: { areaCode: 'ZM' } } }));
    return answer.items.some(({ numerator }) => (numerator ?? 0) > 0) ? answer : undefined;
  });
  log('');
  log(`SDG 1.3.1, Zambia, as of ${table.asOf} (the sample against the whole country's population)`);
  log(lineOf(['series', 'sex', 'age', 'covered', 'of', '%']));
  for (const { series, sex, ageGroup, numerator, denominator, value, note } of table.items)
    log(
      lineOf([
        series,
        sex,
        ageGroup,
        written(numerator),
        written(denominator),
        value === null ? (note ?? '–') : value.toFixed(4),
      ]),
    );
}

const written = (figure: number | null): string => (figure === null ? '–' : figure.toLocaleString('en'));

const widths = [16, 4, 10, 10, 14];

function lineOf(cells: string[]): string {
  return cells
    .map((cell, index) =>
      index < 3 ? cell.padEnd(widths[index] ?? 0) : index < 5 ? cell.padStart(widths[index] ?? 0) : `  ${cell}`,
    )
    .join(' ');
}
