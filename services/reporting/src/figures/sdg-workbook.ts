import type { SdgTable } from '@janela/contracts';

import { effectiveCoverage, sdgSeries } from './series.ts';
import { workbook } from '../exports/xlsx.ts';

const heads = ['Series', 'Area', 'Sex', 'Age', 'Covered', 'Of', 'Per cent', 'As of', 'Basis', 'Denominator', 'Note'];

/** The figures, what they mean, and how they were counted, on a sheet each. */
export function sdgWorkbook({ items, asOf, areaCode }: SdgTable): Buffer {
  const figures = items.map((row) => [
    ...[row.series, row.areaCode, row.sex, row.ageGroup, row.numerator, row.denominator, row.value],
    ...[row.asOf, row.basis, row.denominatorSource, row.note ?? null],
  ]);
  const definitions = sdgSeries.map(({ code, title, definition }) => [code, title.en, definition.en]);
  const [first] = items;
  const notes = [
    ['Indicator', 'SDG 1.3.1: population covered by social protection floors and systems'],
    ['Area', areaCode],
    ['As of', asOf],
    ['When a person is covered', effectiveCoverage.en],
    ['Sex', '_T both and others, F female, M male'],
    ['Age', '_T all, Y0T17 from 0 to 17 completed years, Y_GE65 65 and older'],
    ['Empty cells', 'Cannot be computed; the note of the row says why. Never zero.'],
    ['Query', first?.query ?? ''],
  ];
  return workbook([
    { name: 'SDG 1.3.1', heads, rows: figures, widths: [18, 12, 6, 9, 12, 14, 12, 12, 40, 50, 60] },
    { name: 'Definitions', heads: ['Series', 'Title', 'Definition'], rows: definitions, widths: [18, 45, 100] },
    { name: 'Notes', heads: ['What', 'Says'], rows: notes, widths: [26, 120] },
  ]);
}
