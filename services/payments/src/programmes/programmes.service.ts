import { Injectable } from '@nestjs/common';
import type { PaidProgramme } from '@janela/contracts';
import { type Actor, Database } from '@janela/platform';

import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';

@Injectable()
export class ProgrammesService {
  constructor(private readonly database: Database) {}

  /** Returns what is known here of each programme, so that an officer sees whether a cycle would leave out a new enrolment. */
  async list(actor: Actor): Promise<{ items: PaidProgramme[] }> {
    mustReachCountry(actor);
    const items = await this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      return tx.query<PaidProgramme[]>(
        `SELECT code AS programme, title, currency, frequency,
           (SELECT count(*) FROM enrolments JOIN enrolment_spells ON enrolment_id = enrolments.id
            WHERE programme_id = programmes.id AND to_on IS NULL)::int AS enrolments
         FROM programmes ORDER BY code`,
      );
    });
    return { items };
  }
}
