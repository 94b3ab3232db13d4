import { Injectable } from '@nestjs/common';
import type { Difference } from '@janela/contracts';
import { type Actor, Cursors, Database, type Page } from '@janela/platform';
import { z } from 'zod';

import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { listDifferences } from './differences.queries.ts';
import type { ListDifferences } from './outcomes.controller.ts';

const list = 'differences';

/** What providers said that does not fit, until a person has found out what is true. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  list(actor: Actor, { settled, limit, after }: ListDifferences): Promise<Page<Difference>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const wanted = { settled: settled === 'true', after: position, limit: limit + 1 };
      const rows = await listDifferences(tx, wanted);
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
