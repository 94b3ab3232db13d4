import type { SdgTable } from '@janela/contracts';
import type { FastifyReply } from 'fastify';

import { type Format, types } from '../exports/formats.ts';
import { sdgCsv } from './sdg-csv.ts';
import { sdgWorkbook } from './sdg-workbook.ts';

/** The table in a format; a file is named after what is in it. */
export function writeTable(reply: FastifyReply, format: Format, table: SdgTable): SdgTable | string | Buffer {
  if (format === 'json') return table;
  const name = `sdg-1.3.1-${table.areaCode}-${table.asOf}.${format}`;
  void reply.header('content-disposition', `attachment; filename="${name}"`);
  void reply.type(format === 'csv' ? `${types.csv}; charset=utf-8` : types.xlsx);
  return format === 'csv' ? sdgCsv(table) : sdgWorkbook(table);
}
