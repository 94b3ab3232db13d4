import { type ImportColumn, importColumns, requiredImportColumns } from '@janela/contracts';
import type { AppError } from '@janela/platform';
import { parse } from 'csv-parse/sync';

import {
  ImportColumnsMissing,
  ImportColumnsRepeated,
  ImportColumnsUnknown,
  ImportHeaderUnreadable,
  ImportTooManyColumns,
} from '../registry.errors.ts';

/** Twice as long as a header with every column; whoever sends more means something else. */
export const maxHeaderBytes = 4_096;
const maxNamed = 10;

/** The columns that the first line of a file names, in their order; throws what speaks against them. */
export function readHeader(line: string): ImportColumn[] {
  return columnsNamed(cellsOf(line));
}

/** The same of a first line that is taken apart already. */
export function columnsNamed(cells: readonly string[]): ImportColumn[] {
  const names = cells.map((name) => name.trim().toLowerCase());
  const refusal = refusalOf(names);
  if (refusal) throw refusal;
  return names as ImportColumn[];
}

function cellsOf(line: string): string[] {
  try {
    const [cells] = parse(line, { bom: true, relax_column_count: true });
    if (cells) return cells;
  } catch {
    // Falls through: the parser's message repeats what it read.
  }
  throw new ImportHeaderUnreadable();
}

function refusalOf(names: readonly string[]): AppError | undefined {
  if (names.length > 2 * importColumns.length) return new ImportTooManyColumns(`There are ${names.length} of them`);
  const unknown = names.filter((name) => !(importColumns as readonly string[]).includes(name));
  const missing = requiredImportColumns.filter((name) => !names.includes(name));
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  if (names.length === 1 && /[;\t]/.test(names[0] ?? ''))
    return new ImportColumnsMissing('The columns are to be separated by commas');
  if (missing.length > 0) return new ImportColumnsMissing(listOf(missing));
  if (unknown.length > 0) return new ImportColumnsUnknown(listOf(unknown));
  return repeated.length > 0 ? new ImportColumnsRepeated(listOf(repeated)) : undefined;
}

/** Names from a file may be anything, so they are cut short and stripped of what is no letter. */
function listOf(names: readonly string[]): string {
  const plain = names.slice(0, maxNamed).map((name) => name.replaceAll(/[^\p{L}\p{N}_ -]/gu, '?').slice(0, 40));
  return `${plain.join(', ')}${names.length > maxNamed ? ` and ${names.length - maxNamed} more` : ''}`;
}
