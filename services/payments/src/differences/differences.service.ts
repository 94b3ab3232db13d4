import { Injectable } from '@nestjs/common';
import type { Difference, ListDifferences, Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { withHouseholds } from '../households-of-payments.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { listDifferences } from './find-differences.ts';

const list = 'differences';

/** What providers said that does not fit, until a person has found out what is true. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /** About whose payments they are is in the trail. */
  list(actor: Actor, { settled, paymentId, limit, after }: ListDifferences): Promise<Page<Difference>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const wanted = { settled: settled === 'true', paymentId, after: position, limit: limit + 1 };
      const rows = await listDifferences(tx, wanted);
      const about = {
        kind: 'difference',
        action: 'difference.read',
        subject: 'differences:all',
        asked: { settled: wanted.settled },
      };
      await this.audit.noteShown(tx, actor, { ...about, shown: await withHouseholds(tx, rows.slice(0, limit)) });
      return this.cursors.page(list, rows, limit, { item: (row) => row, position: ({ id }) => id });
    });
  }
}
