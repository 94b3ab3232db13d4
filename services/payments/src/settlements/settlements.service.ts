import { Injectable } from '@nestjs/common';
import type { ListSettlements, Page, Settlement } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { shownOfPayments } from '../shown.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { listSettlements } from './find-settlements.ts';

const list = 'settlements';

@Injectable()
export class SettlementsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /** Returns the oldest first; about whose payments they are is on record. */
  list(actor: Actor, { state, paymentId, limit, after }: ListSettlements): Promise<Page<Settlement>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const rows = await listSettlements(tx, { state, paymentId, limit: limit + 1 }, position);
      const details = { state, ...(await shownOfPayments(tx, rows.slice(0, limit))) };
      const subject = paymentId === undefined ? 'settlements:all' : `payment:${paymentId}`;
      await this.audit.add(tx, actor, { action: 'settlement.read', subject, details });
      return this.cursors.page(
        list,
        rows,
        limit,
        (row) => row,
        ({ id }) => id,
      );
    });
  }
}
