import { Injectable } from '@nestjs/common';
import { invariant, referenceKey } from '@janela/kernel';
import { maxMembers, type RegisterHousehold } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

import { CsvBroken, csvRows } from '../file/csv-rows.ts';
import { type Group, groupsOf } from '../file/group-rows.ts';
import { columnsNamed } from '../file/header.ts';
import { HouseholdReader, type ReadHousehold } from '../file/read-household.ts';
import type { Row } from '../file/row.ts';
import { beginsElsewhere, refuseScattered, type SeenForms } from '../file/scattered-forms.ts';
import { importerOf } from '../import-sender.ts';
import { ImportEntity } from '../import.entity.ts';
import { ImportsStore, maxErrors } from '../imports.store.ts';
import { SealedStore } from '../sealed-store.ts';
import { RowChecks } from './row-checks.ts';

/** How many households are checked, stored and later written at once. */
const chunkSize = 500;
const maxRows = 2_000_000;

/** Checked households that wait to be written. */
export interface Chunk {
  households: { line: number; form: RegisterHousehold }[];
}

/** Called between chunks: keeps the job's own transaction awake, and throws when the work is to stop. */
export type Pulse = () => Promise<void>;

/** A check under way, and how far it is. */
interface Run {
  importId: string;
  importer: Actor;
  counts: Pick<ImportEntity, 'rows' | 'rowsWithErrors' | 'refused' | 'chunks'>;
  bytesChecked: number;
  errors: number;
  seen: SeenForms;
}

/** Reads a whole file and puts what is right of it into chunks, before the first household is written. */
@Injectable()
export class ImportChecker {
  constructor(
    private readonly imports: ImportsStore,
    private readonly store: SealedStore,
    private readonly checks: RowChecks,
  ) {}

  /** Begins again where a check was interrupted: checking changes nothing in the register. */
  async check(importId: string, pulse: Pulse): Promise<void> {
    const run = await this.imports.write((tx) => this.begin(tx, importId));
    const failure = await this.readAll(run, pulse).catch((error: unknown) => {
      if (error instanceof CsvBroken) return { code: 'csv_broken', line: error.line };
      throw error;
    });
    await this.imports.write(async (tx) => {
      const held = await this.imports.hold(tx, importId);
      if (failure) {
        const { code, line } = failure;
        await this.imports.addErrors(tx, importId, [{ line, column: 'household_ref', code, value: '', ref: '' }]);
        await this.imports.advance(tx, held, 'failed', { failure: `registry.import_${code}` });
        await this.store.drop(tx, 'import_chunks', importId);
      } else await this.imports.advance(tx, held, 'writing');
      await this.store.drop(tx, 'import_parts', importId);
    });
  }

  private async begin(tx: Tx, importId: string): Promise<Run> {
    const held = await this.imports.hold(tx, importId);
    if (held.state === 'received') await this.imports.advance(tx, held, 'checking');
    await this.store.drop(tx, 'import_chunks', importId);
    await tx.query('DELETE FROM import_errors WHERE import_id = $1', [importId]);
    const counts = { rows: 0, rowsWithErrors: 0, refused: 0, chunks: 0 };
    await tx.update(ImportEntity, { id: importId }, { ...counts, bytesChecked: '0' });
    return { importId, importer: importerOf(held), counts, bytesChecked: 0, errors: 0, seen: new Map() };
  }

  /** Returns what makes the rest of the file unreadable, if anything does. */
  private async readAll(run: Run, pulse: Pulse): Promise<{ code: string; line: number } | undefined> {
    const rows = csvRows(this.bytesOf(run));
    const first = await rows.next();
    invariant(!first.done, 'a file without rows was refused when it came');
    const reader = new HouseholdReader(columnsNamed(first.value.cells));
    let groups: Group[] = [];
    const refOf = (row: Row) => referenceKey(reader.cell(row, 'household_ref'));
    for await (const group of groupsOf(rows, refOf, maxMembers + 1, beginsElsewhere(reader))) {
      groups.push(group);
      if (groups.length < chunkSize) continue;
      await this.take(run, reader, groups);
      await pulse();
      groups = [];
      if (run.counts.rows > maxRows) return { code: 'too_many_rows', line: maxRows };
    }
    if (groups.length > 0) await this.take(run, reader, groups);
    return undefined;
  }

  private async *bytesOf(run: Run): AsyncGenerator<Buffer> {
    for (let number = 0; ; number += 1) {
      const part = await this.imports.write((tx) => this.store.find(tx, 'import_parts', run.importId, number));
      if (!part) return;
      run.bytesChecked += part.length;
      yield part;
    }
  }

  /** Checks some households, and stores what is right and what is wrong of them in one transaction. */
  private async take(run: Run, reader: HouseholdReader, groups: readonly Group[]): Promise<void> {
    const households = groups.map(({ rows }) => reader.read(rows));
    for (const household of households) refuseScattered(run.seen, household);
    await this.checks.complete(households, run.importer);
    const { counts } = run;
    counts.rows += groups.reduce((sum, { rows, more }) => sum + rows.length + more, 0);
    counts.rowsWithErrors += new Set(households.flatMap(({ errors }) => errors.map(({ line }) => line))).size;
    counts.refused += households.filter(({ errors }) => errors.length > 0).length;
    await this.imports.write((tx) => this.keep(tx, run, households));
  }

  private async keep(tx: Tx, run: Run, households: readonly ReadHousehold[]): Promise<void> {
    const { importId, counts } = run;
    const errors = households.flatMap(({ ref, errors: own }) => own.map((error) => ({ ...error, ref })));
    const kept = errors.slice(0, Math.max(0, maxErrors - run.errors));
    run.errors += kept.length;
    await this.imports.addErrors(tx, importId, kept);
    const right = households.flatMap(({ errors: own, input: form, lines: [line = 0] }) =>
      form && own.length === 0 ? [{ line, form }] : [],
    );
    if (right.length > 0) {
      const chunk: Chunk = { households: right };
      const piece = { table: 'import_chunks', importId, number: counts.chunks++ } as const;
      await this.store.put(tx, piece, Buffer.from(JSON.stringify(chunk)));
    }
    await tx.update(ImportEntity, { id: importId }, { ...counts, bytesChecked: String(run.bytesChecked) });
  }
}
