import { Injectable } from '@nestjs/common';
import type { AddFunds, Funds, FundsBalance, ListFunds, Page } from '@janela/contracts';
import { minorFromJson, minorToJson, referenceKey } from '@janela/kernel';
import { type Actor, Audit, Clock, Cursors, Database, type OnceRequest, type Tx } from '@janela/platform';
import { z } from 'zod';

import { accounts } from '../ledger/accounts.ts';
import { mostMinor } from '../minor-units.ts';
import { FundsBeyondCounting, FundsReferenceUsed, OtherCurrency, ProgrammeNotFound } from '../payments.errors.ts';
import { mustBePlausible } from '../plausible-day.ts';
import { rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfProgramme, mustReachWhatIsHere } from '../whole-country.ts';
import { allToFunds, toFunds } from './to-funds.ts';
import { FundsEntity } from './funds.entity.ts';

const list = 'funds';

/** A warrant of longer ago is a slip of the hand. */
const oldestYears = 10;

/** Money that programmes are given to spend. */
@Injectable()
export class FundsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Proposes funds, which nobody can spend until somebody else approves them. A warrant or grant counts once: told again it
   * changes nothing, and told differently it is refused.
   */
  propose(actor: Actor, key: OnceRequest['key'], input: AddFunds): Promise<Funds> {
    mustReachCountry(actor);
    mustBePlausible(this.clock.today(), input.on, oldestYears);
    const { programme, source, reference, on, amount } = input;
    const amountMinor = minorFromJson(amount.amountMinor);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const [known] = await tx.query<{ id: string; currency: string }[]>(
        'SELECT id, currency FROM programmes WHERE code = $1',
        [programme],
      );
      if (!known) throw new ProgrammeNotFound(programme);
      if (known.currency !== amount.currency) throw new OtherCurrency(`It is in ${known.currency}`);
      await mustReachCountryOfProgramme(tx, actor, known.id);
      await rememberName(tx, actor);
      const [added] = await tx.query<{ id: string }[]>(
        `INSERT INTO funds (programme, amount_minor, currency, source, reference, received_on, added_by, reference_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
        [programme, amountMinor, amount.currency, source, reference, on, actor.id, referenceKey(reference)],
      );
      const funds = await getStanding(tx, input);
      if (!isSame(funds, input)) throw new FundsReferenceUsed(reference);
      if (added) {
        await mustBeCountable(tx, amount.currency);
        const details = { programme, source, reference, amountMinor, currency: amount.currency };
        await this.audit.add(tx, actor, { action: 'funds.proposed', subject: `funds:${funds.id}`, details });
      }
      return toFunds(tx, funds);
    });
  }

  list(actor: Actor, { programme, state, limit, after }: ListFunds): Promise<Page<Funds>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const found = tx
        .createQueryBuilder(FundsEntity, 'f')
        .orderBy('f.id', 'DESC')
        .limit(limit + 1);
      if (programme) found.andWhere('f.programme = :programme', { programme });
      if (state) found.andWhere('f.state = :state', { state });
      if (position) found.andWhere('f.id < :position', { position });
      const rows = await allToFunds(tx, await found.getMany());
      return this.cursors.page(
        list,
        rows,
        limit,
        (row) => row,
        ({ id }) => id,
      );
    });
  }

  /** What each programme can spend now, and what waits for an approval. */
  balances(actor: Actor): Promise<{ items: FundsBalance[] }> {
    mustReachCountry(actor);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const rows = await tx.query<{ programme: string; currency: string; spendable: string; proposed: string }[]>(
        `SELECT p.code AS programme, p.currency,
           (SELECT coalesce(sum(e.amount_minor), 0) FROM ledger_entries e
            WHERE e.account = $1 || p.code AND e.currency = p.currency) AS spendable,
           (SELECT coalesce(sum(f.amount_minor), 0) FROM funds f
            WHERE f.programme = p.code AND f.currency = p.currency AND f.state = 'proposed') AS proposed
         FROM programmes p ORDER BY p.code`,
        [accounts.funds('')],
      );
      const items = rows.map(({ programme, currency, spendable, proposed }) => ({
        programme,
        currency,
        spendableMinor: minorToJson(BigInt(spendable)),
        proposedMinor: minorToJson(BigInt(proposed)),
      }));
      return { items };
    });
  }
}

/** Those that the reference stands for, however it is written. */
function getStanding(tx: Tx, { programme, source, reference }: AddFunds): Promise<FundsEntity> {
  return tx
    .createQueryBuilder(FundsEntity, 'f')
    .where('f.programme = :programme AND f.source = :source', { programme, source })
    .andWhere(`f.reference_key = :key AND f.state <> 'refused'`, { key: referenceKey(reference) })
    .getOneOrFail();
}

/** A balance that cannot be told exactly would keep everybody from reading the book. Two who add at once wait for one another. */
async function mustBeCountable(tx: Tx, currency: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('funds ' || $1, 0))`, [currency]);
  const [row] = await tx.query<{ sum: string }[]>(
    `SELECT sum(amount_minor) AS sum FROM funds WHERE currency = $1 AND state <> 'refused'`,
    [currency],
  );
  if (BigInt(row?.sum ?? 0) > mostMinor) throw new FundsBeyondCounting();
}

function isSame(funds: FundsEntity, { amount, on }: AddFunds): boolean {
  return (
    funds.amountMinor === BigInt(amount.amountMinor) && funds.currency === amount.currency && funds.receivedOn === on
  );
}
