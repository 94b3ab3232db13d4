import { Injectable } from '@nestjs/common';
import { type ImportState, importStates } from '@janela/contracts';
import { referenceKey } from '@janela/kernel';
import { Cipher, Clock, Database, type Tx } from '@janela/platform';

import { ImportNotFound } from '../registry.errors.ts';
import { system } from '../system.ts';
import { ImportEntity } from './import.entity.ts';
import type { RowError } from './file/row.ts';

const purpose = 'registry.import-error';

/** What a cell held is kept only as far as is needed to recognise it. */
const maxValueLength = 200;
/** Of a file of which every row is wrong, no more are kept. */
export const maxErrors = 100_000;

/** An error with the household that it is about. */
export interface HouseholdError extends RowError {
  ref: string;
}

export interface StoredError {
  id: string;
  line: number;
  column: string;
  code: string;
  value: string;
}

/** The rows about imports themselves. */
@Injectable()
export class ImportsStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Runs work in a transaction of the service itself. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.write(system, work);
  }

  async get(importId: string): Promise<ImportEntity> {
    const found = await this.database.read(system, (tx) => tx.findOneBy(ImportEntity, { id: importId }));
    if (!found) throw new ImportNotFound();
    return found;
  }

  /** Returns the import, locked until the transaction ends. */
  async hold(tx: Tx, importId: string): Promise<ImportEntity> {
    const found = await tx.findOne(ImportEntity, { where: { id: importId }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new ImportNotFound();
    return found;
  }

  /** Takes an import on to another state, if its state table allows. */
  async advance(tx: Tx, { id, state }: ImportEntity, to: ImportState, more: Partial<ImportEntity> = {}): Promise<void> {
    importStates.assertMayBecome(state, to);
    const isOver = to === 'finished' || to === 'failed';
    await tx.update(ImportEntity, { id }, { ...more, state: to, ...(isOver && { finishedAt: this.clock.now() }) });
  }

  async addErrors(tx: Tx, importId: string, errors: readonly HouseholdError[]): Promise<void> {
    if (errors.length === 0) return;
    const sealed = errors.map(({ value }) =>
      value === '' ? null : this.cipher.seal(purpose, value.slice(0, maxValueLength), importId),
    );
    await tx.query(
      `INSERT INTO import_errors (import_id, line, household_ref, column_name, code, value_sealed, district)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        importId,
        errors.map(({ line }) => line),
        errors.map(({ ref }) => ref.slice(0, maxValueLength)),
        errors.map(({ column }) => column),
        errors.map(({ code }) => code),
        sealed,
        errors.map(({ district }) => district ?? null),
      ],
    );
  }

  /** Errors in the order of the file, after a position in it. */
  async listErrors(importId: string, after: { line: number; id: string }, limit: number): Promise<StoredError[]> {
    const rows = await this.database.read(system, (tx) =>
      tx.query<(Omit<StoredError, 'value'> & { sealed: string | null })[]>(
        `SELECT id, line, column_name AS "column", code, value_sealed AS sealed FROM import_errors
         WHERE import_id = $1 AND (line, id) > ($2, $3) ORDER BY line, id LIMIT $4`,
        [importId, after.line, after.id, limit],
      ),
    );
    return rows.map(({ sealed, ...error }) => ({
      ...error,
      value: sealed === null ? '' : this.cipher.open(purpose, sealed, importId),
    }));
  }

  /** Households that stand in two places of the file, by their keys. */
  async findScattered(tx: Tx, importId: string): Promise<Set<string>> {
    const rows = await tx.query<{ ref: string; district: string }[]>(
      `SELECT DISTINCT household_ref AS ref, district FROM import_errors
       WHERE import_id = $1 AND code = 'household_ref_scattered' AND district IS NOT NULL`,
      [importId],
    );
    return new Set(rows.map(({ ref, district }) => scatterKey(ref, district)));
  }
}

/** What a household of a file is known by: its number, as far as that says something, and the district. */
export function scatterKey(ref: string, district: string): string {
  return `${referenceKey(ref)} ${district}`;
}
