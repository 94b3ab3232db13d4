import type { Actor } from '@janela/platform';

import { importerOf } from '../import-sender.ts';
import type { ImportEntity } from '../import.entity.ts';
import type { HouseholdError } from '../imports.store.ts';
import type { Entry } from '../matching/entry.ts';

/** What has become of a chunk so far. */
export class ChunkJob {
  taken = 0;
  unchanged = 0;
  waiting = 0;
  possibleDuplicates = 0;
  readonly errors: HouseholdError[] = [];
  readonly importId: string;
  /** The series to which the numbers of the forms belong. */
  readonly source: string;
  readonly importer: Actor;

  constructor(held: ImportEntity) {
    this.importId = held.id;
    this.source = held.source;
    this.importer = importerOf(held);
  }

  /** Leaves a household out after all, with the reason. */
  refuse({ line, ref }: Entry, code: string): void {
    this.errors.push({ line, ref, column: 'household_ref', code, value: ref });
  }

  /** Puts a household aside until a person has decided. */
  putAside(entry: Entry): void {
    this.waiting += 1;
    this.refuse(entry, 'household_waits');
  }

  /** The counts of the import with those of this chunk; `left` households were refused when the file was checked. */
  countsAfter(held: ImportEntity, left: number): Partial<ImportEntity> {
    return {
      taken: held.taken + this.taken,
      unchanged: held.unchanged + this.unchanged,
      refused: held.refused + this.errors.length - this.waiting + left,
      waiting: held.waiting + this.waiting,
      possibleDuplicates: held.possibleDuplicates + this.possibleDuplicates,
      rowsWithErrors: held.rowsWithErrors + this.errors.length,
      chunksWritten: held.chunksWritten + 1,
    };
  }
}
