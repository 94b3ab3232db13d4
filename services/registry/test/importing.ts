import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { type Import, type ImportColumn, importColumns } from '@janela/contracts';
import type { Answer, Caller } from '@janela/testing';

import { countryFile, countryPath } from './country.ts';

/** Sends a file as the window does. */
export function send(
  caller: Caller<'registry'>,
  file: string | Uint8Array,
  headers: Record<string, string> = {},
  query = '',
) {
  return caller.untyped.post<Import & { code?: string; detail?: string }>(`/v1/imports${query}`, file, {
    'content-type': 'text/csv',
    ...headers,
  });
}

/** Follows an import to its end. */
export async function untilOver(caller: Caller<'registry'>, id: string): Promise<Import> {
  for (;;) {
    const { body } = await caller.get(`/v1/imports/${id}`);
    if (body.state === 'finished' || body.state === 'failed') return body;
    await wait(50);
  }
}

/** Sends a file that is taken in, and follows it to its end. */
export async function importFile(caller: Caller<'registry'>, file: string | Uint8Array): Promise<Import> {
  const { status, body } = await send(caller, file);
  if (status !== 202) throw new Error(`The file was refused: ${String(body.code)} ${String(body.detail)}`);
  return untilOver(caller, body.id);
}

/** The errors of an import: line, column and code of each. */
export async function errorsOf(caller: Caller<'registry'>, id: string): Promise<string[]> {
  const { text }: Answer = await caller.get(`/v1/imports/${id}/errors.csv`);
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 3).join(' '));
}

export const sample = () => readFileSync(countryPath('sample/households.csv'));
export const sampleCounts = () =>
  countryFile<{
    rows: number;
    wrong: { forms: number };
    taken: { forms: number; people: number };
    peopleByArea: Record<string, number>;
    people: Record<string, number>;
    channels: Record<string, number>;
  }>('sample/counts.json');

type Cells = Partial<Record<ImportColumn, string>>;

/** A row of a file, of a person who is the head unless given. */
export function row(ref: string, cells: Cells = {}): Cells {
  return {
    household_ref: ref,
    area_code: 'ZM104011',
    given_names: 'Chanda',
    family_name: 'Mwape',
    sex: 'female',
    born_on: '1956-03-01',
    relationship: 'head',
    ...cells,
  };
}

/** A file with these rows, and every column. */
export function file(...rows: Cells[]): string {
  return csv(importColumns, ...rows.map((cells) => importColumns.map((column) => cells[column] ?? '')));
}

export function csv(header: readonly string[], ...rows: readonly string[][]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}
