import { Injectable } from '@nestjs/common';
import type { ListSettlements, Page, Settlement } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { withHouseholds } from '../households-of-payments.ts';
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
      const shown = await withHouseholds(tx, rows.slice(0, limit));
      const subject = paymentId === undefined ? 'settlements:all' : `payment:${paymentId}`;
      const about = { kind: 'settlement', action: 'settlement.read', subject, asked: { state } };
      await this.audit.noteShown(tx, actor, { ...about, shown });
      return this.cursors.page(list, rows, limit, { item: (row) => row, position: ({ id }) => id });
    });
  }
}
