import { Injectable } from '@nestjs/common';
import type { CloseHousehold, Household } from '@janela/contracts';
import { type Actor, Clock, Database, type VersionedRef } from '@janela/platform';

import { mustHaveCome, mustNotBeBeforeArrival } from './day-rules.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdsService } from './households.service.ts';

@Injectable()
export class CloseHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly clock: Clock,
  ) {}

  async close(actor: Actor, { id, expectedVersion }: VersionedRef, input: CloseHousehold): Promise<Household> {
    const { on, reason, note } = input;
    mustHaveCome([{ pointer: '/on', day: on }], this.clock.today());
    const action = { householdId: id, expectedVersion, what: 'closed', note, on };
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(tx, actor, action, ({ household }) => {
        mustNotBeBeforeArrival(household, on, this.clock);
        Object.assign(household, { state: 'closed', closedOn: on, closingReason: reason });
      });
      return this.households.show(tx, actor, changed);
    });
  }
}
