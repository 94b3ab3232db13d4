import type { SdgTable } from '@janela/contracts';
import type { FastifyReply } from 'fastify';

import { type Format, types } from '../exports/formats.ts';
import { workbook } from '../exports/xlsx.ts';
import { sdgCsv } from './sdg-csv.ts';
import { effectiveCoverage, sdgSeries } from './series.ts';

/** Returns the table in a format; a file is named after what is in it. */
export function writeTable(reply: FastifyReply, format: Format, table: SdgTable): SdgTable | string | Buffer {
  if (format === 'json') return table;
  const name = `sdg-1.3.1-${table.areaCode}-${table.asOf}.${format}`;
  void reply.header('content-disposition', `attachment; filename="${name}"`);
  void reply.type(format === 'csv' ? `${types.csv}; charset=utf-8` : types.xlsx);
  return format === 'csv' ? sdgCsv(table) : sdgWorkbook(table);
}

const heads = ['Series', 'Area', 'Sex', 'Age', 'Covered', 'Of', 'Per cent', 'As of', 'Basis', 'Denominator', 'Note'];

/** Returns the figures, what they mean, and how they were counted, on a sheet each. */
function sdgWorkbook({ items, asOf, areaCode }: SdgTable): Buffer {
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
