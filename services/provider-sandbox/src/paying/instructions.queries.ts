import type { Tx } from '@janela/platform';

import { type Instruction, movementsOf } from './answers.ts';

/** Returns the ids of those that are new. Waits for another transaction that inserts the same. */
export async function insertInstructions(tx: Tx, instructions: readonly Instruction[]): Promise<Set<string>> {
  const column = <K extends keyof Instruction>(name: K) => instructions.map((one) => one[name]);
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO instructions (id, payment_id, end_to_end_id, amount_minor, currency, outcome)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[])
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[column('instructionId'), column('paymentId'), column('endToEndId')],
      ...[column('amountMinor'), column('currency'), column('outcome')],
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

export function readInstructions(tx: Tx, instructionIds: readonly string[]): Promise<Instruction[]> {
  return tx.query<Instruction[]>(
    `SELECT id AS "instructionId", payment_id AS "paymentId", end_to_end_id AS "endToEndId", amount_minor::float8 AS "amountMinor",
       currency, outcome
     FROM instructions WHERE id = ANY($1::uuid[])`,
    [instructionIds],
  );
}

export async function insertMovements(
  tx: Tx,
  moves: readonly { instruction: Instruction; direction: 'out' | 'back' }[],
): Promise<void> {
  const movements = moves.map(({ instruction, direction }) => movementsOf(instruction, direction));
  await tx.query(
    `INSERT INTO movements (instruction_id, direction, amount_minor, currency, reference)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[])`,
    [
      ...[movements.map(({ instructionId }) => instructionId), movements.map(({ direction }) => direction)],
      ...[movements.map(({ amountMinor }) => amountMinor), movements.map(({ currency }) => currency)],
      movements.map(({ reference }) => reference),
    ],
  );
}
