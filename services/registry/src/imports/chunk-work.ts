import type { RegisterHousehold } from '@janela/contracts';
import type { Actor } from '@janela/platform';

import type { Prints } from './form-prints.ts';
import type { ImportEntity } from './import.entity.ts';
import type { HouseholdError } from './imports.store.ts';

/** A form of a chunk. */
export interface Entry {
  ref: string;
  /** The first of its lines in the file. */
  line: number;
  form: RegisterHousehold;
  prints: Prints;
}

/** What has become of a chunk so far. */
export class ChunkWork {
  taken = 0;
  unchanged = 0;
  readonly errors: HouseholdError[] = [];

  constructor(readonly importer: Actor) {}

  /** Leaves a household out after all, with the reason. */
  refuse({ line, ref }: Entry, code: string): void {
    this.errors.push({ line, ref, column: 'household_ref', code, value: ref });
  }

  /** The counts of the import with those of this chunk; `left` households were refused when the file was checked. */
  countsAfter(held: ImportEntity, left: number): Partial<ImportEntity> {
    return {
      taken: held.taken + this.taken,
      unchanged: held.unchanged + this.unchanged,
      refused: held.refused + this.errors.length + left,
      rowsWithErrors: held.rowsWithErrors + this.errors.length,
      chunksWritten: held.chunksWritten + 1,
    };
  }
}
