import { Injectable } from '@nestjs/common';
import type { Funds, RefuseFunds } from '@janela/contracts';
import { type Actor, Audit, Clock, Database, lockCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { rememberName } from '../staff/staff.ts';
import { FundsDecided, FundsNotFound, ProposerCannotConfirm } from '../two-people.errors.ts';
import { mustReachCountry, mustReachCountryOfProgramme } from '../whole-country.ts';
import { toFunds } from './to-funds.ts';
import { FundsEntity } from './funds.entity.ts';

/** The second person for funds: makes them spendable, or refuses them. */
@Injectable()
export class DecideFundsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  approve(actor: Actor, ref: VersionedRef): Promise<Funds> {
    return this.decide(actor, ref, async (tx, funds) => {
      const { id, programme, source, currency, amountMinor } = funds;
      const entries = transfer(accounts.treasury(source), accounts.funds(programme), amountMinor);
      await this.ledger.post(tx, actor.id, [{ what: 'funds_added', about: { fundsId: id }, currency, entries }]);
      const details = { programme, source, reference: funds.reference, amountMinor, currency };
      await this.audit.add(tx, actor, { action: 'funds.approved', subject: `funds:${id}`, details });
      return { state: 'approved' };
    });
  }

  /** Refused funds were never spendable; their reference may be proposed again. */
  refuse(actor: Actor, ref: VersionedRef, { reason }: RefuseFunds): Promise<Funds> {
    return this.decide(actor, ref, async (tx) => {
      await this.audit.add(tx, actor, { action: 'funds.refused', subject: `funds:${ref.id}`, details: { reason } });
      return { state: 'refused', refusal: reason };
    });
  }

  private decide(
    actor: Actor,
    ref: VersionedRef,
    work: (tx: Tx, funds: FundsEntity) => Promise<Pick<FundsEntity, 'state'> & Partial<FundsEntity>>,
  ): Promise<Funds> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const mustBeAllowed = (row: FundsEntity) => mustBeDecidable(tx, actor, row);
      const funds = await lockCurrent(tx, FundsEntity, ref, { notFound: FundsNotFound, mustBeAllowed });
      await rememberName(tx, actor);
      const { id, version } = funds;
      const decided = {
        version: version + 1,
        decidedBy: actor.id,
        decidedAt: this.clock.now(),
        ...(await work(tx, funds)),
      };
      await tx.update(FundsEntity, { id }, decided);
      return toFunds(tx, { ...funds, ...decided });
    });
  }
}

/** Refuses who does not reach the programme's country, who proposed the funds, and what is decided already. */
async function mustBeDecidable(tx: Tx, actor: Actor, funds: FundsEntity): Promise<void> {
  const [programme] = await tx.query<{ id: string }[]>('SELECT id FROM programmes WHERE code = $1', [funds.programme]);
  if (programme) await mustReachCountryOfProgramme(tx, actor, programme.id);
  if (funds.addedBy === actor.id) throw new ProposerCannotConfirm();
  if (funds.state !== 'proposed') throw new FundsDecided(`They are ${funds.state}`);
}
