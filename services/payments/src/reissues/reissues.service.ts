import { Injectable } from '@nestjs/common';
import type { ListReissues, Page, Reissue } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { FindReissuesService } from './find-reissues.ts';

const list = 'reissues';

@Injectable()
export class ReissuesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly findReissues: FindReissuesService,
    private readonly audit: Audit,
  ) {}

  /** Returns those in the actor's areas, like the payments they are about; what was shown is on record. */
  list(actor: Actor, { state, paymentId, limit, after }: ListReissues): Promise<Page<Reissue>> {
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const rows = await this.findReissues.list(tx, { state, paymentId, limit: limit + 1 }, position);
      const subject = paymentId === undefined ? 'reissues:all' : `payment:${paymentId}`;
      const shown = rows.slice(0, limit);
      await this.audit.noteShown(tx, actor, {
        kind: 'reissue',
        action: 'reissue.read',
        subject,
        shown,
        asked: { state },
      });
      return this.cursors.page(list, rows, limit, { item: (row) => row, position: ({ id }) => id });
    });
  }
}
