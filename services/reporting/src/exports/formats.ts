import type { SdgTable } from '@janela/contracts';
import type { FastifyReply } from 'fastify';

import { FormatUnknown } from '../reporting.errors.ts';
import { sdgCsv } from './sdg-csv.ts';
import { sdgWorkbook } from './sdg-workbook.ts';

const types = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof types;

/** What figures can be had as, the preferred one first. */
export const mediaTypes = Object.values(types);

const isFormat = (name: string): name is Format => Object.hasOwn(types, name);

/** The format that was named, or else the one that was accepted. */
export function formatOf(named: string | undefined, accepted: string): Format {
  const name = named ?? Object.keys(types).find((each) => isFormat(each) && types[each] === accepted) ?? 'json';
  if (!isFormat(name)) throw new FormatUnknown(`"${name}" is none of ${Object.keys(types).join(', ')}`);
  return name;
}

/** The table in a format; a file is named after what is in it. */
export function writeTable(reply: FastifyReply, format: Format, table: SdgTable): SdgTable | string | Buffer {
  if (format === 'json') return table;
  const name = `sdg-1.3.1-${table.areaCode}-${table.asOf}.${format}`;
  void reply.header('content-disposition', `attachment; filename="${name}"`);
  void reply.type(format === 'csv' ? `${types.csv}; charset=utf-8` : types.xlsx);
  return format === 'csv' ? sdgCsv(table) : sdgWorkbook(table);
}
