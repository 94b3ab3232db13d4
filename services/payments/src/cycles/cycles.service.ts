import { Injectable } from '@nestjs/common';
import type { Cycle, ListCycles, Page, Reconciliation } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { getCycle } from '../cycle-records/get-cycle.ts';
import { staffOf, toCycle } from '../cycle-records/to-cycle.ts';
import { totalsOf } from '../cycle-records/totals.ts';
import { withHouseholds } from '../households-of-payments.ts';
import { namesOf } from '../staff/staff.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { reconcile } from './reconciliation.ts';

const list = 'cycles';

@Injectable()
export class CyclesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly changes: ChangeCycleService,
    private readonly audit: Audit,
  ) {}

  get(actor: Actor, id: string): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.read(actor, async (tx) => this.changes.answer(tx, await getCycle(tx, actor, id)));
  }

  list(actor: Actor, { programme, state, limit, after }: ListCycles): Promise<Page<Cycle>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const found = tx
        .createQueryBuilder(CycleEntity, 'c')
        .orderBy('c.id', 'DESC')
        .limit(limit + 1);
      if (programme) found.andWhere('c.programme = :programme', { programme });
      if (state) found.andWhere('c.state = :state', { state });
      if (position) found.andWhere('c.id < :position', { position });
      const cycles = await found.getMany();
      const tallies = await totalsOf(
        tx,
        cycles.slice(0, limit).map(({ id }) => id),
      );
      const nameOf = await namesOf(tx, cycles.flatMap(staffOf));
      const toItem = (cycle: CycleEntity) => toCycle(cycle, tallies.get(cycle.id) ?? {}, nameOf);
      return this.cursors.page(list, cycles, limit, { item: toItem, position: ({ id }) => id });
    });
  }

  /** Returns differences about payments of households; of which ones is on record. */
  reconcile(actor: Actor, id: string): Promise<Reconciliation> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const reconciled = await reconcile(tx, await getCycle(tx, actor, id));
      const shown = await withHouseholds(tx, reconciled.differences);
      const about = { kind: 'difference', action: 'difference.read', subject: `cycle:${id}` };
      if (shown.length > 0) await this.audit.noteShown(tx, actor, { ...about, shown });
      return reconciled;
    });
  }
}
