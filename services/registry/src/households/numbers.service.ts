import { Injectable } from '@nestjs/common';
import { formatHouseholdNumber, invariant } from '@janela/kernel';
import { Database } from '@janela/platform';

import { system } from '../system.ts';

/** How many numbers an instance of the service keeps ready for an area; what it does not use by its end is a gap. */
const blockSize = 10;

interface Block {
  next: number;
  last: number;
}

/**
 * Gives out household numbers. They are drawn in blocks and before the transaction that needs one: a counter drawn inside of it
 * would make all registrations of a district wait for one another.
 */
@Injectable()
export class NumbersService {
  private readonly blocks = new Map<string, Promise<Block>>();

  constructor(private readonly database: Database) {}

  /** Returns the next number of an area. */
  async next(areaCode: string): Promise<string> {
    for (;;) {
      const drawing = this.blocks.get(areaCode) ?? this.draw(areaCode, blockSize);
      this.blocks.set(areaCode, drawing);
      const block = await drawing.catch((error: unknown) => this.forget(areaCode, drawing, error));
      if (block.next <= block.last) return formatHouseholdNumber({ areaCode, serial: block.next++ });
      if (this.blocks.get(areaCode) === drawing) this.blocks.delete(areaCode);
    }
  }

  /** Returns many numbers of an area at once. */
  async many(areaCode: string, count: number): Promise<string[]> {
    const { next } = await this.draw(areaCode, count);
    return Array.from({ length: count }, (_, index) => formatHouseholdNumber({ areaCode, serial: next + index }));
  }

  private forget(areaCode: string, drawing: Promise<Block>, error: unknown): never {
    if (this.blocks.get(areaCode) === drawing) this.blocks.delete(areaCode);
    throw error;
  }

  private async draw(areaCode: string, count: number): Promise<Block> {
    const [row] = await this.database.write(system, (tx) =>
      tx.query<{ last: number }[]>(
        `INSERT INTO household_serials AS serials VALUES ($1, $2)
         ON CONFLICT (area_code) DO UPDATE SET last = serials.last + excluded.last RETURNING last`,
        [areaCode, count],
      ),
    );
    invariant(row, 'a counter answers with where it stands');
    return { next: row.last - count + 1, last: row.last };
  }
}
