import { Injectable } from '@nestjs/common';
import type { Duplicate, ListDuplicates, ListHouseholdDuplicates, Page } from '@janela/contracts';
import { type Actor, Cursors, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { getHousehold } from '../household-records/get-household.ts';
import { type DuplicateRow, duplicatesSql, toDuplicate } from './to-duplicate.ts';

/** Lists who may be in the register twice. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLogService,
    private readonly cursors: Cursors,
  ) {}

  /** Returns those of which one household at least is within reach, the latest first; that they were shown stays on record. */
  list(actor: Actor, { state, importId, limit, after }: ListDuplicates): Promise<Page<Duplicate>> {
    const list = `duplicates ${state ?? ''} ${importId ?? ''}`;
    const from = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const binds = [from ?? null, state ?? null, importId ?? null, null, null, limit + 1];
      const rows = await tx.query<DuplicateRow[]>(duplicatesSql, binds);
      await this.noteAll(tx, actor, rows.slice(0, limit));
      return this.page(list, rows, limit);
    });
  }

  /** Returns those of one household; that they were shown stays on record, there and at the other households. */
  listOfHousehold(
    actor: Actor,
    householdId: string,
    { limit, after }: ListHouseholdDuplicates,
  ): Promise<Page<Duplicate>> {
    const list = `duplicates of ${householdId}`;
    const from = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await this.accessLog.note(tx, actor, await getHousehold(tx, householdId), 'duplicates');
      const binds = [from ?? null, null, null, householdId, null, limit + 1];
      const rows = await tx.query<DuplicateRow[]>(duplicatesSql, binds);
      await this.noteAll(tx, actor, rows.slice(0, limit), householdId);
      return this.page(list, rows, limit);
    });
  }

  private noteAll(tx: Tx, actor: Actor, rows: readonly DuplicateRow[], butNot?: string): Promise<void> {
    const householdIds = rows.flatMap(({ householdId, otherHouseholdId }) => [householdId, otherHouseholdId]);
    const others = householdIds.filter((id) => id !== butNot);
    return this.accessLog.noteAll(tx, actor, others, 'duplicates');
  }

  private page(list: string, rows: readonly DuplicateRow[], limit: number): Page<Duplicate> {
    return this.cursors.page(list, rows, limit, { item: toDuplicate, position: ({ id }) => id });
  }
}
