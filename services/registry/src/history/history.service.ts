import { Injectable } from '@nestjs/common';
import type { HouseholdChange } from '@janela/contracts';
import { type Actor, Cursors, Database, type Page } from '@janela/platform';
import { LessThan } from 'typeorm';
import { z } from 'zod';

import { AccessLogService, type ListQuery } from '../access-log/access-log.service.ts';
import { mustExist } from '../households/must-exist.ts';
import { known } from '../known.ts';
import { HouseholdChangeEntity } from './household-change.entity.ts';

@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLogService,
    private readonly cursors: Cursors,
  ) {}

  /** How a household became what it is, the latest change first. */
  list(actor: Actor, householdId: string, { limit, after }: ListQuery): Promise<Page<HouseholdChange>> {
    const list = `history ${householdId}`;
    const from = this.cursors.read(list, z.int(), after);
    return this.database.write(actor, async (tx) => {
      await this.accessLog.note(tx, actor, await mustExist(tx, householdId), 'history');
      const rows = await tx.find(HouseholdChangeEntity, {
        where: { householdId, ...(from !== undefined && { version: LessThan(from) }) },
        order: { version: 'DESC' },
        take: limit + 1,
      });
      return this.cursors.page(list, rows, limit, toChange, ({ version }) => version);
    });
  }
}

function toChange({ version, at, actorName: by, what, changed, reason, note }: HouseholdChangeEntity): HouseholdChange {
  return { version, at: at.toISOString(), by, what, changed, ...known({ reason, note }) };
}
