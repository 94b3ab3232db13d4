import { Injectable } from '@nestjs/common';
import type { Funds, RefuseFunds } from '@janela/contracts';
import { type Actor, Audit, Database, mustBeCurrent, type Tx } from '@janela/platform';

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
  ) {}

  approve(actor: Actor, id: string, version: number): Promise<Funds> {
    return this.decide(actor, id, version, async (tx, funds) => {
      const { programme, source, currency, amountMinor } = funds;
      const entries = transfer(accounts.treasury(source), accounts.funds(programme), amountMinor);
      await this.ledger.post(tx, actor.id, [{ what: 'funds_added', about: { fundsId: id }, currency, entries }]);
      const details = { programme, source, reference: funds.reference, amountMinor, currency };
      await this.audit.add(tx, actor, { action: 'funds.approved', subject: `funds:${id}`, details });
      return { state: 'approved' };
    });
  }

  /** Refused funds were never spendable; their reference may be proposed again. */
  refuse(actor: Actor, id: string, version: number, { reason }: RefuseFunds): Promise<Funds> {
    return this.decide(actor, id, version, async (tx) => {
      await this.audit.add(tx, actor, { action: 'funds.refused', subject: `funds:${id}`, details: { reason } });
      return { state: 'refused', refusal: reason };
    });
  }

  private decide(
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Tx, funds: FundsEntity) => Promise<Pick<FundsEntity, 'state'> & Partial<FundsEntity>>,
  ): Promise<Funds> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const funds = await tx.findOne(FundsEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!funds) throw new FundsNotFound();
      const [programme] = await tx.query<{ id: string }[]>('SELECT id FROM programmes WHERE code = $1', [
        funds.programme,
      ]);
      if (programme) await mustReachCountryOfProgramme(tx, actor, programme.id);
      if (funds.addedBy === actor.id) throw new ProposerCannotConfirm();
      if (funds.state !== 'proposed') throw new FundsDecided(`They are ${funds.state}`);
      mustBeCurrent(version, funds.version);
      await rememberName(tx, actor);
      const decided = { version: version + 1, decidedBy: actor.id, decidedAt: new Date(), ...(await work(tx, funds)) };
      await tx.update(FundsEntity, { id }, decided);
      return toFunds(tx, { ...funds, ...decided });
    });
  }
}
