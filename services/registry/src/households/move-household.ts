import { Injectable } from '@nestjs/common';
import type { Household, MoveHousehold } from '@janela/contracts';
import { type Actor, Clock, Database, mustReach, type VersionedRef } from '@janela/platform';

import { AreaCache } from '../areas/area-cache.ts';
import { mustHaveCome, mustNotBeBeforeArrival } from './day-rules.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdsService } from './households.service.ts';

@Injectable()
export class MoveHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly areas: AreaCache,
    private readonly clock: Clock,
  ) {}

  /** Moves a household. Its number stays; the address, and whether it is in a town, is unknown of the new place unless given. */
  async move(actor: Actor, { id, expectedVersion }: VersionedRef, input: MoveHousehold): Promise<Household> {
    const { areaCode, on, address = null, note } = input;
    const today = this.clock.today();
    mustReach(actor, areaCode);
    mustHaveCome([{ pointer: '/on', day: on }], today);
    await this.areas.mustBeOpen(areaCode, today);
    const action = { householdId: id, expectedVersion, what: 'moved', note, on };
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(tx, actor, action, ({ household }) => {
        if (household.areaCode === areaCode) return;
        mustNotBeBeforeArrival(household, on, this.clock);
        Object.assign(household, { areaCode, address, residentSince: on, urban: null });
      });
      return this.households.show(tx, actor, changed);
    });
  }
}
