import { Injectable } from '@nestjs/common';
import type { RequestScreening, Screening } from '@janela/contracts';
import { type Actor, Clock, Database } from '@janela/platform';

import { FactsNotArrived, HouseholdOver } from '../eligibility.errors.ts';
import { Households } from '../household-facts/households.service.ts';
import { livingHousehold } from '../household-facts/known-household.ts';
import { RuleBook } from '../programmes/rule-book.ts';
import { screenHousehold } from './screen-household.ts';

@Injectable()
export class ScreeningsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: Households,
    private readonly rules: RuleBook,
  ) {}

  /** Judges a household by every programme that is in force on a day. Nothing is kept of it. */
  async screen(actor: Actor, { householdId, asOf = this.clock.today() }: RequestScreening): Promise<Screening> {
    const { household, book } = await this.database.read(actor, async (tx) => {
      const found = await this.households.find(tx, householdId);
      // A household of another area is not told from one that nobody has heard of.
      if (!found) throw new FactsNotArrived(undefined, { headers: { 'retry-after': '1' } });
      return { household: livingHousehold(found.household), book: await this.rules.at(tx, found.revision) };
    });
    if (!household) throw new HouseholdOver();
    return { householdId, asOf, results: screenHousehold(book.inForce(asOf), household, asOf) };
  }
}
