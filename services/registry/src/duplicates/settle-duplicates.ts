import { Injectable } from '@nestjs/common';
import { type DismissDuplicate, type Duplicate, PersonDuplicateDismissed } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Cursors, Database, type Page, type Tx } from '@janela/platform';
import { z } from 'zod';

import { AccessLogService, type ListQuery } from '../access-log/access-log.service.ts';
import { mustExist } from '../households/must-exist.ts';
import { DuplicateDismissed, DuplicateNotFound, DuplicateOwn } from '../registry.errors.ts';
import { duplicatesSql, type DuplicateRow, toDuplicate } from './duplicate-row.ts';

/** Which duplicates are listed. */
export interface ListDuplicates extends ListQuery {
  state?: 'open' | 'dismissed' | undefined;
  importId?: string | undefined;
}

/** Shows who may be in the register twice, and lets a supervisor say that they are two people. */
@Injectable()
export class SettleDuplicatesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly accessLog: AccessLogService,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Those of which one household at least is within reach, the latest first; that they were shown stays on record. */
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

  /** Those of one household; that somebody looked stays on record, there and at the others that are shown. */
  listOf(actor: Actor, householdId: string, { limit, after }: ListQuery): Promise<Page<Duplicate>> {
    const list = `duplicates of ${householdId}`;
    const from = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await this.accessLog.note(tx, actor, await mustExist(tx, householdId), 'duplicates');
      const binds = [from ?? null, null, null, householdId, null, limit + 1];
      const rows = await tx.query<DuplicateRow[]>(duplicatesSql, binds);
      await this.noteAll(tx, actor, rows.slice(0, limit), householdId);
      return this.page(list, rows, limit);
    });
  }

  /** Says that they are two people. Whoever registered one of them, or made them look alike, cannot say so. */
  dismiss(actor: Actor, id: string, { reason }: DismissDuplicate): Promise<Duplicate> {
    return this.database.write(actor, async (tx) => {
      await tx.query('SELECT FROM duplicates WHERE id = $1 FOR UPDATE', [id]);
      const row = await this.find(tx, id);
      if (row.state === 'dismissed') throw new DuplicateDismissed();
      if (row.suspectedThrough === actor.id || (await this.hasRegistered(tx, actor, row))) throw new DuplicateOwn();
      await tx.query(
        `UPDATE duplicates SET state = 'dismissed', dismissed_at = $2, dismissed_by = $3, dismissed_by_name = $4, reason = $5
         WHERE id = $1`,
        [id, this.clock.now(), actor.id, actor.name, reason],
      );
      const { personId, otherPersonId, householdId, otherHouseholdId } = row;
      await this.outbox.add(tx, PersonDuplicateDismissed, {
        duplicateId: id,
        personIds: [personId, otherPersonId],
        householdIds: [householdId, otherHouseholdId],
      });
      const details = { householdIds: [householdId, otherHouseholdId] };
      await this.audit.add(tx, actor, { action: 'duplicate.dismissed', subject: `duplicate:${id}`, details });
      return toDuplicate(await this.find(tx, id));
    });
  }

  private noteAll(tx: Tx, actor: Actor, rows: readonly DuplicateRow[], butNot?: string): Promise<void> {
    const householdIds = rows.flatMap(({ householdId, otherHouseholdId }) => [householdId, otherHouseholdId]);
    const others = householdIds.filter((id) => id !== butNot);
    return this.accessLog.noteAll(tx, actor, others, 'duplicates');
  }

  private async find(tx: Tx, id: string): Promise<DuplicateRow> {
    const [row] = await tx.query<DuplicateRow[]>(duplicatesSql, [null, null, null, null, id, 1]);
    if (!row) throw new DuplicateNotFound();
    return row;
  }

  private async hasRegistered(tx: Tx, actor: Actor, { householdId, otherHouseholdId }: DuplicateRow): Promise<boolean> {
    const lines = await tx.query<unknown[]>(
      'SELECT FROM household_changes WHERE household_id = ANY ($1) AND version = 1 AND actor = $2 LIMIT 1',
      [[householdId, otherHouseholdId], actor.id],
    );
    return lines.length > 0;
  }

  private page(list: string, rows: readonly DuplicateRow[], limit: number): Page<Duplicate> {
    return this.cursors.page(list, rows, limit, toDuplicate, ({ id }) => id);
  }
}
