import { Injectable } from '@nestjs/common';
import type { AccessLogEntry, ListAccessLog, Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

import { getHousehold } from '../household-records/get-household.ts';

interface Row {
  id: string;
  at: Date;
  actor_name: string;
  role: string;
  what: string;
}

/** Records who looked at a household, for the household and the auditor. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
  ) {}

  /** Records that the actor is about to see this, in the transaction that reads it. */
  async note(tx: Tx, actor: Actor, household: { id: string; areaCode: string }, what: string): Promise<void> {
    const { id, areaCode } = household;
    await tx.query(
      'INSERT INTO access_log (household_id, area_code, actor, actor_name, role, what) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, areaCode, actor.id, actor.name, actor.roles.join(', '), what],
    );
    await this.audit.add(tx, actor, { action: 'household.read', subject: `household:${id}`, details: { what } });
  }

  /** Records that the actor is about to see all of these, apart from those out of reach, which are not shown. */
  async noteAll(tx: Tx, actor: Actor, householdIds: readonly string[], what: string): Promise<void> {
    const noted = await tx.query<{ household_id: string }[]>(
      `INSERT INTO access_log (household_id, area_code, actor, actor_name, role, what)
       SELECT id, area_code, $2, $3, $4, $5 FROM households WHERE id = ANY ($1::uuid[]) ORDER BY id RETURNING household_id`,
      [[...new Set(householdIds)], actor.id, actor.name, actor.roles.join(', '), what],
    );
    if (noted.length === 0) return;
    const details = { what, households: noted.map(({ household_id: id }) => id) };
    await this.audit.add(tx, actor, { action: 'household.listed', subject: 'register:households', details });
  }

  /** Returns who looked, the latest first. */
  list(actor: Actor, householdId: string, { limit, after }: ListAccessLog): Promise<Page<AccessLogEntry>> {
    const list = `access-log ${householdId}`;
    const from = this.cursors.read(list, z.string(), after);
    return this.database.read(actor, async (tx) => {
      await getHousehold(tx, householdId);
      const rows = await tx.query<Row[]>(
        `SELECT id, at, actor_name, role, what FROM access_log
         WHERE household_id = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [householdId, from ?? null, limit + 1],
      );
      return this.cursors.page(list, rows, limit, { item: toEntry, position: ({ id }) => id });
    });
  }
}

function toEntry({ at, actor_name: by, role, what }: Row): AccessLogEntry {
  return { at: at.toISOString(), by, role, what };
}
