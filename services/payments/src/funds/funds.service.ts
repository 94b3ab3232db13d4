import { Injectable } from '@nestjs/common';
import type { Funds, FundsBalance, ListFunds, Page } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { type Actor, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { accounts } from '../ledger/accounts.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { FundsEntity } from './funds.entity.ts';
import { allToFunds } from './to-funds.ts';

const list = 'funds';

/** Money that programmes are given to spend. */
@Injectable()
export class FundsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

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
      return this.cursors.page(list, rows, limit, { item: (row) => row, position: ({ id }) => id });
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
