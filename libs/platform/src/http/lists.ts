import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { Cipher } from '../encryption/cipher.ts';
import { BadCursor } from '../errors/refusals.ts';

export const defaultLimit = 50;
export const maxLimit = 200;

/** One page of a list. `next` is the cursor of the page after it, null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** The query of a list: its own filters with `limit` and `after`. Unknown parameters are refused. */
export function listQuery<S extends z.ZodRawShape>(filters: S) {
  return z.strictObject({
    ...filters,
    limit: z
      .string()
      .regex(/^\d{1,4}$/, 'must be a whole number')
      .transform(Number)
      .pipe(z.int().min(1).max(maxLimit))
      .default(defaultLimit),
    after: z.string().min(1).max(1_024).optional(),
  });
}

/** Makes cursors that reveal nothing, cannot be forged, and fit only the list they come from. */
@Injectable()
export class Cursors {
  constructor(private readonly cipher: Cipher) {}

  /** The position to go on after, of the given shape; undefined at the beginning. Throws `BadCursor` (400). */
  read<P>(list: string, shape: z.ZodType<P>, after: string | undefined): P | undefined {
    if (after === undefined) return undefined;
    const position = shape.safeParse(this.open(list, after));
    if (!position.success) throw new BadCursor();
    return position.data;
  }

  /** A page out of `limit + 1` rows, in list order: the extra row only shows that there is more. */
  page<R, T>(
    list: string,
    rows: readonly R[],
    limit: number,
    item: (row: R) => T,
    position: (row: R) => unknown,
  ): Page<T> {
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last !== undefined ? this.seal(list, position(last)) : null;
    return { items: shown.map(item), next };
  }

  /** A sealed text has one colon, which an address would have to escape. */
  private seal(list: string, position: unknown): string {
    return this.cipher.seal('cursor', JSON.stringify(position), list).replace(':', '.');
  }

  private open(list: string, cursor: string): unknown {
    try {
      return JSON.parse(this.cipher.open('cursor', cursor.replace('.', ':'), list)) as unknown;
    } catch {
      throw new BadCursor();
    }
  }
}
