import { Injectable } from '@nestjs/common';
import type { RefuseSettlement, Settlement } from '@janela/contracts';
import { type Actor, Audit, Database, mustBeCurrent, type Tx, type VersionedRef } from '@janela/platform';

import type { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { lockCycle } from '../cycle-records/lock-cycle.ts';
import { rememberName } from '../staff/staff.ts';
import {
  MakerCannotConfirm,
  ProposerCannotConfirm,
  SettlementDecided,
  SettlementNotFound,
} from '../two-people.errors.ts';
import { mustReachCountry, mustReachCountryOfCycle } from '../whole-country.ts';
import { BookSettlementService } from './book-settlement.ts';
import { findSettlement, lockSettlement } from './find-settlements.ts';
import { type SettlementRow, toSettlements } from './to-settlement.ts';

/** The second person for a settlement: confirms it, and only then do payment and ledger follow; or refuses it. */
@Injectable()
export class DecideSettlementService {
  constructor(
    private readonly database: Database,
    private readonly booker: BookSettlementService,
    private readonly audit: Audit,
  ) {}

  confirm(actor: Actor, ref: VersionedRef): Promise<Settlement> {
    return this.decide(actor, ref, async (tx, settlement) => {
      const booking = await this.booker.prepare(tx, settlement);
      await tx.query(
        `UPDATE settlements SET version = version + 1, state = 'confirmed', decided_by = $2, decided_at = now(),
           recoverable_minor = $3 WHERE id = $1`,
        [ref.id, actor.id, booking?.effect.recoverableMinor ?? 0n],
      );
      if (booking) await this.booker.book(tx, actor, settlement, booking);
      return 'confirmed';
    });
  }

  /** Nothing has changed; something else may be proposed. */
  refuse(actor: Actor, ref: VersionedRef, { reason }: RefuseSettlement): Promise<Settlement> {
    return this.decide(actor, ref, async (tx) => {
      await tx.query(
        `UPDATE settlements SET version = version + 1, state = 'refused', decided_by = $2, decided_at = now(), refusal = $3
         WHERE id = $1`,
        [ref.id, actor.id, reason],
      );
      return 'refused';
    });
  }

  /** The cycle first, as everywhere: it cannot be closed meanwhile, nor can its payments be made again. */
  private decide(
    actor: Actor,
    { id, expectedVersion }: VersionedRef,
    work: (tx: Tx, settlement: SettlementRow) => Promise<'confirmed' | 'refused'>,
  ): Promise<Settlement> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const known = await findSettlement(tx, id);
      if (!known) throw new SettlementNotFound();
      if (known.cycleId !== null) await mustReachCountryOfCycle(tx, actor, known.cycleId);
      const cycle = known.cycleId === null ? undefined : await lockCycle(tx, known.cycleId);
      const settlement = (await lockSettlement(tx, id)) ?? known;
      mustBeAnother(actor, settlement, cycle);
      if (settlement.state !== 'proposed') throw new SettlementDecided(`It is ${settlement.state}`);
      mustBeCurrent(expectedVersion, settlement.version);
      await rememberName(tx, actor);
      const verb = await work(tx, settlement);
      const { resolution, outcome, outcomeId: differenceId, paymentId } = settlement;
      const details = { resolution, outcome, differenceId, paymentId };
      await this.audit.add(tx, actor, { action: `settlement.${verb}`, subject: `settlement:${id}`, details });
      const decided = await findSettlement(tx, id);
      const [answer] = await toSettlements(tx, decided ? [decided] : []);
      return answer as Settlement;
    });
  }
}

/** Neither who proposed it, nor who made the list that the payment is on. */
function mustBeAnother(actor: Actor, settlement: SettlementRow, cycle: CycleEntity | undefined): void {
  if (settlement.proposedBy === actor.id) throw new ProposerCannotConfirm();
  if (cycle && (cycle.openedBy === actor.id || cycle.submittedBy === actor.id)) throw new MakerCannotConfirm();
}
