import { Injectable } from '@nestjs/common';
import type { SandboxMovement, ListMovements, Page } from '@janela/contracts';
import { type Actor, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

type Row = Omit<SandboxMovement, 'at' | 'amountMinor'> & { at: Date; amountMinor: string };

const list = 'book';

/** What money the pretend company moved: the other side of the payments service's story. */
@Injectable()
export class BookService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** In the order in which it was moved; of one instruction or payment, or all. */
  list(actor: Actor, { instructionId, paymentId, limit, after }: ListMovements): Promise<Page<SandboxMovement>> {
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `SELECT m.id, m.instruction_id AS "instructionId", i.payment_id AS "paymentId", i.end_to_end_id AS "endToEndId",
           m.direction, m.amount_minor AS "amountMinor", m.currency, m.reference, m.at
         FROM movements m JOIN instructions i ON i.id = m.instruction_id
         WHERE ($1::uuid IS NULL OR i.id = $1) AND ($2::uuid IS NULL OR i.payment_id = $2) AND ($3::uuid IS NULL OR m.id > $3)
         ORDER BY m.id LIMIT $4`,
        [instructionId ?? null, paymentId ?? null, position ?? null, limit + 1],
      );
      return this.cursors.page(list, rows, limit, { item: toMovement, position: ({ id }) => id });
    });
  }
}

function toMovement({ at, amountMinor, ...row }: Row): SandboxMovement {
  return { ...row, amountMinor: Number(amountMinor), at: at.toISOString() };
}
