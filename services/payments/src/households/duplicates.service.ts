import { Injectable } from '@nestjs/common';
import type { DataOf, PersonDuplicateDismissed, PersonDuplicateSuspected } from '@janela/contracts';
import type { Tx } from '@janela/platform';

/** Keeps which people of two households look like one, for the approver of a list that pays both. */
@Injectable()
export class DuplicatesService {
  async suspect(tx: Tx, { matchedOn, ...pair }: DataOf<typeof PersonDuplicateSuspected>): Promise<void> {
    await this.keep(tx, pair, matchedOn, false);
  }

  async dismiss(tx: Tx, pair: DataOf<typeof PersonDuplicateDismissed>): Promise<void> {
    await this.keep(tx, pair, [], true);
  }

  private async keep(
    tx: Tx,
    { duplicateId, personIds, householdIds }: DataOf<typeof PersonDuplicateDismissed>,
    matchedOn: readonly string[],
    dismissed: boolean,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO suspected_duplicates (id, person_ids, household_ids, matched_on, dismissed) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET (person_ids, household_ids, matched_on, dismissed) =
         (excluded.person_ids, excluded.household_ids, excluded.matched_on, excluded.dismissed)`,
      [duplicateId, personIds, householdIds, matchedOn, dismissed],
    );
  }
}
