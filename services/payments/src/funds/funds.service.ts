import { Injectable } from '@nestjs/common';
import type { AddFunds, Funds } from '@janela/contracts';
import { minorFromJson, minorToJson } from '@janela/kernel';
import { type Actor, Audit, Cursors, Database, type OnceRequest, type Page, type Tx } from '@janela/platform';
import { z } from 'zod';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { FundsBeyondCounting, FundsReferenceUsed, OtherCurrency, ProgrammeNotFound } from '../payments.errors.ts';
import { mustReachCountry } from '../whole-country.ts';
import type { ListFunds } from './funds.controller.ts';
import { FundsEntity } from './funds.entity.ts';

const list = 'funds';

/** Half of what JSON carries exactly: what else goes through an account finds room in the other half. */
const mostMinor = 2n ** 52n;

/** Money that programmes were given to spend. */
@Injectable()
export class FundsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly ledger: LedgerService,
    private readonly audit: Audit,
  ) {}

  /** A warrant or grant counts once: told again it changes nothing, and told differently it is refused. */
  add(actor: Actor, key: OnceRequest['key'], input: AddFunds): Promise<Funds> {
    mustReachCountry(actor);
    const { programme, source, reference, on, amount } = input;
    const amountMinor = minorFromJson(amount.amountMinor);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const [known] = await tx.query<{ currency: string }[]>('SELECT currency FROM programmes WHERE code = $1', [
        programme,
      ]);
      if (!known) throw new ProgrammeNotFound(programme);
      if (known.currency !== amount.currency) throw new OtherCurrency(`It is in ${known.currency}`);
      const [added] = await tx.query<{ id: string }[]>(
        `INSERT INTO funds (programme, amount_minor, currency, source, reference, received_on, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [programme, amountMinor, amount.currency, source, reference, on, actor.id],
      );
      const funds = await tx.findOneByOrFail(FundsEntity, { programme, source, reference });
      if (!isSame(funds, input)) throw new FundsReferenceUsed(reference);
      if (added) {
        await mustBeCountable(tx, amount.currency);
        const entries = transfer(accounts.treasury(source), accounts.funds(programme), amountMinor);
        const about = { fundsId: funds.id };
        await this.ledger.post(tx, actor.id, [{ what: 'funds_added', about, currency: amount.currency, entries }]);
        const details = { programme, source, reference, amountMinor, currency: amount.currency };
        await this.audit.add(tx, actor, { action: 'funds.added', subject: `funds:${funds.id}`, details });
      }
      return toFunds(funds);
    });
  }

  list(actor: Actor, { programme, limit, after }: ListFunds): Promise<Page<Funds>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      const found = tx
        .createQueryBuilder(FundsEntity, 'f')
        .orderBy('f.id', 'DESC')
        .limit(limit + 1);
      if (programme) found.andWhere('f.programme = :programme', { programme });
      if (position) found.andWhere('f.id < :position', { position });
      return this.cursors.page(list, await found.getMany(), limit, toFunds, ({ id }) => id);
    });
  }
}

/** A balance that cannot be told exactly would keep everybody from reading the book. Two who add at once wait for one another. */
async function mustBeCountable(tx: Tx, currency: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('funds ' || $1, 0))`, [currency]);
  const [row] = await tx.query<{ sum: string }[]>('SELECT sum(amount_minor) AS sum FROM funds WHERE currency = $1', [
    currency,
  ]);
  if (BigInt(row?.sum ?? 0) > mostMinor) throw new FundsBeyondCounting();
}

function isSame(funds: FundsEntity, { amount, on }: AddFunds): boolean {
  return (
    funds.amountMinor === BigInt(amount.amountMinor) && funds.currency === amount.currency && funds.receivedOn === on
  );
}

function toFunds({ amountMinor, receivedOn: on, addedAt, ...funds }: FundsEntity): Funds {
  return { ...funds, amountMinor: minorToJson(amountMinor), on, addedAt: addedAt.toISOString() };
}
