import { Injectable } from '@nestjs/common';
import type { HouseholdChange, ListHouseholdChanges, Page } from '@janela/contracts';
import { type Actor, Cursors, Database, known } from '@janela/platform';
import { LessThan } from 'typeorm';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { getHousehold } from '../household-records/get-household.ts';
import { HouseholdChangeEntity } from '../household-records/household-change.entity.ts';

@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLogService,
    private readonly cursors: Cursors,
  ) {}

  /** Returns how a household became what it is, the latest change first. */
  list(actor: Actor, householdId: string, { limit, after }: ListHouseholdChanges): Promise<Page<HouseholdChange>> {
    const list = `history ${householdId}`;
    const from = this.cursors.read(list, z.int(), after);
    return this.database.write(actor, async (tx) => {
      await this.accessLog.note(tx, actor, await getHousehold(tx, householdId), 'history');
      const rows = await tx.find(HouseholdChangeEntity, {
        where: { householdId, ...(from !== undefined && { version: LessThan(from) }) },
        order: { version: 'DESC' },
        take: limit + 1,
      });
      return this.cursors.page(list, rows, limit, { item: toChange, position: ({ version }) => version });
    });
  }
}

function toChange({ version, at, actorName: by, what, changed, reason, note }: HouseholdChangeEntity): HouseholdChange {
  return { version, at: at.toISOString(), by, what, changed, ...known({ reason, note }) };
}
