import { Injectable } from '@nestjs/common';
import type { Page } from '@janela/contracts';
import type { z } from 'zod';

import { Cipher } from '../encryption/cipher.ts';
import { BadCursor } from '../errors/refusals.ts';

export interface PageOf<R, T> {
  /** What is shown of a row. */
  item: (row: R) => T;
  /** Where a row stands in the list. */
  position: (row: R) => unknown;
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
  page<R, T>(list: string, rows: readonly R[], limit: number, { item, position }: PageOf<R, T>): Page<T> {
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
