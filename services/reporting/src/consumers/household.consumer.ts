import { Injectable } from '@nestjs/common';
import { HouseholdMoved, HouseholdRegistered, HouseholdUpdated } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { hasSevereDisability } from '../coverage/disability.ts';
import { addStatements, noteDays } from '../coverage/write-rows.ts';

type HouseholdEvent = ReceivedEvent<typeof HouseholdRegistered | typeof HouseholdUpdated | typeof HouseholdMoved>;

@Injectable()
@InCoverage
export class HouseholdConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEventBatch(HouseholdRegistered, HouseholdUpdated, HouseholdMoved)
  async onHouseholdEvents(events: readonly HouseholdEvent[], tx: Tx): Promise<void> {
    await addStatements(
      tx,
      'person_facts',
      events.flatMap((event) => this.rowsOf(event)),
    );
    await noteDays(
      tx,
      events.map(({ time }) => this.clock.dayOf(time)),
    );
  }

  private rowsOf(event: HouseholdEvent): Record<string, unknown>[] {
    const { data, aggregateVersion: version, time } = event;
    const allows = data.facts.consentedPurposes?.includes('statistics') ?? false;
    return data.facts.members.map((member) => ({
      person_id: member.personId,
      household_id: data.householdId,
      version,
      area_code: data.areaCode,
      sex: member.sex,
      born_on: member.bornOn,
      severe_disability: hasSevereDisability(member),
      allows_statistics: allows,
      holds_from: this.holdsFrom(event),
      recorded_at: time,
    }));
  }

  /** What a household was registered with was so before it was registered. */
  private holdsFrom(event: HouseholdEvent): string {
    if (event.type === HouseholdRegistered.type) return '-infinity';
    return event.type === HouseholdMoved.type ? event.data.on : this.clock.dayOf(event.time);
  }
}
