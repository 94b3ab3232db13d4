import { Injectable } from '@nestjs/common';
import type { RequestScreening, Screening } from '@janela/contracts';
import { type Actor, Audit, Clock, Database } from '@janela/platform';

import { AsOfInFuture, FactsNotArrived, HouseholdIsClosed, NoConsent } from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { screenHousehold } from './screen-household.ts';

@Injectable()
export class ScreeningsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
  ) {}

  /** Judges a household by every programme that is in force on a day. Nothing of it is kept, except who has asked. */
  async screen(actor: Actor, { householdId, asOf: asked }: RequestScreening): Promise<Screening> {
    const today = this.clock.today();
    const asOf = asked ?? today;
    if (asOf > today) throw new AsOfInFuture(`Today is ${today}`);
    const { household, rules } = await this.database.write(actor, async (tx) => {
      const found = await this.households.find(tx, householdId);
      // A household of another area gets the same answer as one that is not known.
      if (!found) throw new FactsNotArrived(undefined, { headers: { 'retry-after': '1' } });
      const living = livingHousehold(found.household);
      if (!living) throw new HouseholdIsClosed();
      if (!mayBeJudged(found.household)) throw new NoConsent();
      const subject = `household:${householdId}`;
      await this.audit.add(tx, actor, { action: 'household.screened', subject, details: { asOf } });
      return { household: living, rules: await this.publishedRules.at(tx, found.revision) };
    });
    return { householdId, asOf, results: screenHousehold(rules.listInForce(asOf), household, asOf) };
  }
}
