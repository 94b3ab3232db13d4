import { Injectable } from '@nestjs/common';
import type { AddFunds, Funds } from '@janela/contracts';
import { minorFromJson, referenceKey } from '@janela/kernel';
import { type Actor, Audit, Clock, Database, type OnceRequest, type Tx } from '@janela/platform';

import { mostMinor } from '../ledger/accounts.ts';
import { FundsBeyondCounting, FundsReferenceUsed, OtherCurrency, ProgrammeNotFound } from '../payments.errors.ts';
import { mustBePlausible } from '../plausible-day.ts';
import { rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfProgramme } from '../whole-country.ts';
import { FundsEntity } from './funds.entity.ts';
import { toFunds } from './to-funds.ts';

/** A warrant of longer ago is a slip of the pen. */
const oldestYears = 10;

/** Proposes funds, which cannot be spent until another person approves them. */
@Injectable()
export class ProposeFundsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** A warrant or grant counts once: proposed again it changes nothing, and is refused where it says something else. */
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
}

/** Those that the reference stands for, however it is written. */
function getStanding(tx: Tx, { programme, source, reference }: AddFunds): Promise<FundsEntity> {
  return tx
    .createQueryBuilder(FundsEntity, 'f')
    .where('f.programme = :programme AND f.source = :source', { programme, source })
    .andWhere(`f.reference_key = :key AND f.state <> 'refused'`, { key: referenceKey(reference) })
    .getOneOrFail();
}

/** Refuses a sum that the ledger could not show exactly; two who propose at once wait for one another. */
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
