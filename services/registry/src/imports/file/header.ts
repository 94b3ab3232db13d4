import { type ImportColumn, importColumns, requiredImportColumns } from '@janela/contracts';
import type { AppError } from '@janela/platform';

import {
  ImportColumnsMissing,
  ImportColumnsRepeated,
  ImportColumnsUnknown,
  ImportHeaderUnreadable,
  ImportTooManyColumns,
} from '../../registry.errors.ts';
import { splitLine } from './split-line.ts';

/** Twice as long as a header with every column; what is longer is no header. */
export const maxHeaderBytes = 4_096;
const maxNamed = 10;

/** A column of a file; one that has no name must have nothing in it. */
export type HeaderColumn = ImportColumn | '';

/** The columns that the first line of a file names, in their order; throws what speaks against them. */
export function readHeader(line: string): HeaderColumn[] {
  const { cells, problem } = splitLine(line);
  if (problem !== undefined) throw new ImportHeaderUnreadable();
  return columnsNamed(cells);
}

/** The same of a first line that is taken apart already. */
export function columnsNamed(cells: readonly string[]): HeaderColumn[] {
  const all = cells.map((name) => name.trim().toLowerCase());
  // Spreadsheets save columns at the right in which there once was something.
  const names = all.slice(0, all.findLastIndex((name) => name !== '') + 1);
  const refusal = refusalOf(names);
  if (refusal) throw refusal;
  return names as HeaderColumn[];
}

function refusalOf(names: readonly string[]): AppError | undefined {
  if (names.length > 2 * importColumns.length) return new ImportTooManyColumns(`There are ${names.length} of them`);
  const unknown = names.filter((name) => name !== '' && !(importColumns as readonly string[]).includes(name));
  const missing = requiredImportColumns.filter((name) => !names.includes(name));
  const repeated = names.filter((name, index) => name !== '' && names.indexOf(name) < index);
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
