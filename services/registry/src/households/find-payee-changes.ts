import { Injectable } from '@nestjs/common';
import { Id, type PayeeChange, PayeeChangeState } from '@janela/contracts';
import { type Actor, Cursors, Database, listQuery, type Page, type Tx } from '@janela/platform';
import { In, MoreThan } from 'typeorm';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { known } from '../known.ts';
import { PersonEntity } from '../people/person.entity.ts';
import { findHeads, type Head } from './find-heads.ts';
import { HouseholdEntity } from './household.entity.ts';
import { PayeeChangeEntity } from './payee-change.entity.ts';
import { nameOf } from './payee-event.ts';
import { toPendingPayee } from './to-household.ts';
import { Vault } from './vault.ts';

export const ListPayeeChanges = listQuery({ state: PayeeChangeState.default('pending') });
export type ListPayeeChanges = z.infer<typeof ListPayeeChanges>;

/** What the households are called to which changes belong. */
interface Named {
  households: ReadonlyMap<string, HouseholdEntity>;
  heads: ReadonlyMap<string, Head>;
  people: ReadonlyMap<string, PersonEntity>;
}

/** Changes of who collects, for those who decide them. */
@Injectable()
export class FindPayeeChangesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly accessLog: AccessLogService,
    private readonly vault: Vault,
  ) {}

  /** Those within reach; what has waited longest stands first. That a household stood in the list is in its access log. */
  list(actor: Actor, { state, limit, after }: ListPayeeChanges): Promise<Page<PayeeChange>> {
    const list = `payee-changes ${state}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const rows = await tx.find(PayeeChangeEntity, {
        where: { state, ...(from !== undefined && { id: MoreThan(from) }) },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const householdIds = shown.map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, householdIds, 'payee_changes');
      const named = await namesOf(tx, shown);
      return this.cursors.page(
        list,
        rows,
        limit,
        (row) => this.toPayeeChange(row, named),
        ({ id }) => id,
      );
    });
  }

  private toPayeeChange(row: PayeeChangeEntity, { households, heads, people }: Named): PayeeChange {
    const { state, householdId, areaCode, decidedByName: decidedBy, decidedAt, reason } = row;
    const household = households.get(householdId);
    const [head, payee] = [heads.get(householdId), people.get(row.personId)];
    return {
      ...toPendingPayee(row, this.vault),
      state,
      householdId,
      areaCode,
      householdNumber: household?.number ?? '',
      householdVersion: household?.version ?? 1,
      ...(head && { headName: head.name }),
      payeeName: payee ? nameOf(payee) : '',
      ...known({ decidedBy, reason, decidedAt: decidedAt?.toISOString() ?? null }),
    };
  }
}

async function namesOf(tx: Tx, rows: readonly PayeeChangeEntity[]): Promise<Named> {
  const householdIds = rows.map(({ householdId }) => householdId);
  const households = await tx.findBy(HouseholdEntity, { id: In(householdIds) });
  const people = await tx.findBy(PersonEntity, { id: In(rows.map(({ personId }) => personId)) });
  return {
    households: new Map(households.map((each) => [each.id, each])),
    heads: await findHeads(tx, householdIds),
    people: new Map(people.map((each) => [each.id, each])),
  };
}
