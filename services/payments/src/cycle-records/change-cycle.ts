import { Injectable } from '@nestjs/common';
import type { Cycle } from '@janela/contracts';
import { type Actor, Database, lockCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { CycleNotFound } from '../payments.errors.ts';
import { namesOf, rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfCycle } from '../whole-country.ts';
import { CycleEntity } from './cycle.entity.ts';
import { staffOf, toCycle } from './to-cycle.ts';
import { totalsOf } from './totals.ts';

/** What every change of a cycle has in common: who may make it, at which version, and how it is answered. */
@Injectable()
export class ChangeCycleService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  /** Locks a cycle while `work` changes it, and returns it as it is then. */
  change(actor: Actor, ref: VersionedRef, work: (tx: Tx, cycle: CycleEntity) => Promise<CycleEntity>): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const mustBeAllowed = () => mustReachCountryOfCycle(tx, actor, ref.id);
      const cycle = await lockCurrent(tx, CycleEntity, ref, { notFound: CycleNotFound, mustBeAllowed });
      await rememberName(tx, actor);
      return this.answer(tx, await work(tx, cycle));
    });
  }

  /** Returns a cycle as routes answer it, with what its programme may spend. */
  async answer(tx: Tx, cycle: CycleEntity): Promise<Cycle> {
    const fundsMinor = await this.ledger.balance(tx, accounts.funds(cycle.programme), cycle.currency);
    const tallies = await totalsOf(tx, [cycle.id]);
    return toCycle(cycle, tallies.get(cycle.id) ?? {}, await namesOf(tx, staffOf(cycle)), fundsMinor);
  }
}
