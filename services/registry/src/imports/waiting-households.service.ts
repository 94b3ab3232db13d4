import { Injectable } from '@nestjs/common';
import type { ListWaitingHouseholds, Page, WaitingHousehold, WaitingHouseholdParams } from '@janela/contracts';
import { type Actor, Audit, Clock, Cursors, Database, mustReach, type Tx } from '@janela/platform';
import { MoreThan } from 'typeorm';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { SuspicionsService } from '../duplicates/suspicions.service.ts';
import { ImportNotFound, WaitingDecided, WaitingNotFound, WaitingOwn } from '../registry.errors.ts';
import { HouseholdUpdater } from './writing/household-updater.ts';
import { ImportEntity } from './import.entity.ts';
import { ImportedFormEntity } from './matching/imported-form.entity.ts';
import { WaitingHouseholdEntity } from './writing/waiting-household.entity.ts';
import { WaitingHouseholdsStore } from './writing/waiting-households.store.ts';

/** Lets a person decide on forms of which only some people are those of the household with their number. */
@Injectable()
export class WaitingHouseholdsService {
  constructor(
    private readonly database: Database,
    private readonly store: WaitingHouseholdsStore,
    private readonly corrector: HouseholdUpdater,
    private readonly suspicions: SuspicionsService,
    private readonly accessLog: AccessLogService,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Returns the forms of an import that waited or wait, of households within reach, in the order of the file; that they were shown stays on record. */
  list(actor: Actor, importId: string, { limit, after }: ListWaitingHouseholds): Promise<Page<WaitingHousehold>> {
    const list = `import-waiting ${importId}`;
    const from = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      if (!(await tx.existsBy(ImportEntity, { id: importId }))) throw new ImportNotFound();
      const rows = await tx.find(WaitingHouseholdEntity, {
        where: { importId, ...(from !== undefined && { id: MoreThan(from) }) },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const householdIds = rows.slice(0, limit).map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, householdIds, 'import_waiting');
      return this.cursors.page(list, rows, limit, { item: toWaiting, position: ({ id }) => id });
    });
  }

  /** Accepts a form as that of the same household, which it corrects on behalf of the actor. Throws `WaitingOwn` for the sender of the file. */
  accept(actor: Actor, place: WaitingHouseholdParams): Promise<WaitingHousehold> {
    return this.database.write(actor, async (tx) => {
      const row = await this.mustWait(tx, place);
      if (row.sentBy === actor.id) throw new WaitingOwn();
      const waiting = this.store.open(row);
      mustReach(actor, waiting.form.areaCode);
      await this.suspicions.lockNumbers(tx, waiting.form.members);
      const known = await tx.findOneByOrFail(ImportedFormEntity, { householdId: row.householdId });
      const found = await this.corrector.change(tx, { importer: actor, importId: row.importId }, waiting, known);
      await tx.increment(ImportEntity, { id: row.importId }, 'possibleDuplicates', found);
      return this.decide(tx, actor, row, 'accepted');
    });
  }

  /** Drops a form as that of another household: nothing changes. */
  drop(actor: Actor, place: WaitingHouseholdParams): Promise<WaitingHousehold> {
    return this.database.write(actor, async (tx) => this.decide(tx, actor, await this.mustWait(tx, place), 'dropped'));
  }

  private async mustWait(tx: Tx, { id: importId, waitingId }: WaitingHouseholdParams): Promise<WaitingHouseholdEntity> {
    const row = await tx.findOne(WaitingHouseholdEntity, {
      where: { id: waitingId, importId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw new WaitingNotFound();
    if (row.state !== 'waiting') throw new WaitingDecided(`It was ${row.state}`);
    return row;
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    row: WaitingHouseholdEntity,
    state: 'accepted' | 'dropped',
  ): Promise<WaitingHousehold> {
    const decided = { state, sealed: null, decidedBy: actor.id, decidedAt: this.clock.now() };
    const { id, importId, householdId } = row;
    await tx.update(WaitingHouseholdEntity, { id }, decided);
    await tx.decrement(ImportEntity, { id: importId }, 'waiting', 1);
    await tx.increment(ImportEntity, { id: importId }, state === 'accepted' ? 'taken' : 'refused', 1);
    const details = { importId, waitingId: id };
    await this.audit.add(tx, actor, { action: `import.${state}`, subject: `household:${householdId}`, details });
    return toWaiting({ ...row, ...decided });
  }
}

function toWaiting(row: WaitingHouseholdEntity): WaitingHousehold {
  const { id, householdId, areaCode, line, householdRef, matched, members, leaving, state } = row;
  return { id, householdId, areaCode, line, householdRef, matched, members, leaving, state };
}
