import { Injectable } from '@nestjs/common';
import { type DismissDuplicate, type Duplicate, PersonDuplicateDismissed } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Database, type Tx } from '@janela/platform';

import { DuplicateDismissed, DuplicateNotFound, DuplicateOwn } from '../registry.errors.ts';
import { type DuplicateRow, duplicatesSql, toDuplicate } from './to-duplicate.ts';

@Injectable()
export class DismissDuplicateService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records that they are two people. Throws `DuplicateOwn` for a person who registered one of them, or made them look alike. */
  dismiss(actor: Actor, id: string, { reason }: DismissDuplicate): Promise<Duplicate> {
    return this.database.write(actor, async (tx) => {
      await tx.query('SELECT FROM duplicates WHERE id = $1 FOR UPDATE', [id]);
      const row = await this.get(tx, id);
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
      return toDuplicate(await this.get(tx, id));
    });
  }

  private async get(tx: Tx, id: string): Promise<DuplicateRow> {
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
}
