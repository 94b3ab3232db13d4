import { Injectable } from '@nestjs/common';
import { defineJob, OnJob, type ReceivedJob } from '@janela/jobs';
import { Database, type Tx } from '@janela/platform';

import { NumberCipher, type NumberKind } from '../encryption/number-cipher.ts';
import { system } from '../system.ts';

/** Fills the masks of numbers that were stored before masks were; once there are none, each run finds that at once. */
export const FillMasks = defineJob('registry.fill-masks', { every: '* * * * *' });

const batchSize = 500;
const batchesAtOnce = 40;

interface Place {
  table: string;
  kind: NumberKind;
  sealed: string;
  masked: string;
  /** What a number is bound to by its encryption. */
  bound: string;
}

const places: readonly Place[] = [
  { table: 'identifiers', kind: 'identifier', sealed: 'value_sealed', masked: 'value_masked', bound: 'id' },
  { table: 'people', kind: 'phone', sealed: 'phone_sealed', masked: 'phone_masked', bound: 'id' },
  { table: 'payees', kind: 'account', sealed: 'account_sealed', masked: 'account_masked', bound: 'household_id' },
  {
    table: 'payee_changes',
    kind: 'account',
    sealed: 'account_sealed',
    masked: 'account_masked',
    bound: 'household_id',
  },
];

@Injectable()
export class HouseholdRecordsJobs {
  constructor(
    private readonly database: Database,
    private readonly cipher: NumberCipher,
  ) {}

  /** Works in batches with a transaction each, so that no household waits long for it. */
  @OnJob(FillMasks)
  async fillMasks(_job: ReceivedJob<typeof FillMasks>, tx: Tx): Promise<void> {
    for (const place of places)
      for (let batch = 0; batch < batchesAtOnce; batch += 1) {
        const filled = await this.database.write(system, (own) => this.fill(own, place));
        // An idle transaction is ended by the database after a while.
        await tx.query('SELECT 1');
        if (filled < batchSize) break;
      }
  }

  private async fill(tx: Tx, { table, kind, sealed, masked, bound }: Place): Promise<number> {
    const rows = await tx.query<{ bound: string; sealed: string }[]>(
      `SELECT ${bound} AS bound, ${sealed} AS sealed FROM ${table}
       WHERE ${sealed} IS NOT NULL AND ${masked} IS NULL LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [batchSize],
    );
    if (rows.length === 0) return 0;
    await tx.query(
      `UPDATE ${table} AS t SET ${masked} = r.masked
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS r (bound, sealed, masked)
       WHERE t.${bound} = r.bound AND t.${sealed} = r.sealed AND t.${masked} IS NULL`,
      [
        rows.map((row) => row.bound),
        rows.map((row) => row.sealed),
        rows.map((row) => this.cipher.maskOf(kind, row.bound, row.sealed)),
      ],
    );
    return rows.length;
  }
}
