import { Injectable } from '@nestjs/common';
import { Id, type ListPayeeChanges, type Page, type PayeeChange } from '@janela/contracts';
import { type Actor, Cursors, Database, known, type Tx } from '@janela/platform';
import { In, MoreThan } from 'typeorm';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { PersonEntity } from '../household-records/person.entity.ts';
import { findHeads, type Head } from '../households/find-heads.ts';
import { HouseholdEntity } from '../household-records/household.entity.ts';
import { MissingMasks } from '../household-records/missing-masks.ts';
import { PayeeChangeEntity } from '../household-records/payee-change.entity.ts';
import { nameOf } from '../names/name-words.ts';
import { toPendingPayee } from '../households/to-household.ts';

/** What the households are called to which changes belong. */
interface Named {
  households: ReadonlyMap<string, HouseholdEntity>;
  heads: ReadonlyMap<string, Head>;
  people: ReadonlyMap<string, PersonEntity>;
}

/** Changes of who collects, for those who decide them. */
@Injectable()
export class PayeeChangesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly accessLog: AccessLogService,
    private readonly masks: MissingMasks,
  ) {}

  /** Returns those within reach, what has waited longest first. That a household stood in the list is in its access log. */
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
      return this.cursors.page(list, rows, limit, {
        item: (row) => this.toPayeeChange(row, named),
        position: ({ id }) => id,
      });
    });
  }

  private toPayeeChange(row: PayeeChangeEntity, { households, heads, people }: Named): PayeeChange {
    const { state, householdId, areaCode, decidedByName: decidedBy, decidedAt, reason } = row;
    const household = households.get(householdId);
    const [head, payee] = [heads.get(householdId), people.get(row.personId)];
    return {
      ...toPendingPayee(this.masks.completeAccount(row)),
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
