import { Injectable } from '@nestjs/common';
import {
  HouseholdClosed,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  HouseholdUpdated,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { HouseholdsService, type PublishedHousehold } from '../households/households.service.ts';

type HouseholdEvent = ReceivedEvent<
  | typeof HouseholdRegistered
  | typeof HouseholdUpdated
  | typeof HouseholdMoved
  | typeof HouseholdMerged
  | typeof HouseholdClosed
>;

@Injectable()
export class HouseholdConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly holds: JudgePaymentsService,
    private readonly clock: Clock,
  ) {}

  /** Whether a household may be paid at all: whether it consents to that, and whether it still is one. */
  @OnEventBatch(HouseholdRegistered, HouseholdUpdated, HouseholdMoved, HouseholdMerged, HouseholdClosed)
  async onHouseholdChange(events: readonly HouseholdEvent[], tx: Tx): Promise<void> {
    const ids = await this.households.lock(
      tx,
      events.map(({ key }) => key),
    );
    const consenting = await this.households.consenting(tx, ids);
    const published = new Map<string, PublishedHousehold>();
    for (const event of events) {
      const before = published.get(event.key)?.consents ?? consenting.has(event.key);
      published.set(event.key, this.read(event, before));
    }
    await this.holds.judgeHouseholds(tx, await this.households.keep(tx, [...published.values()]));
  }

  private read(event: HouseholdEvent, consented: boolean): PublishedHousehold {
    const householdId = event.key;
    if (event.type === HouseholdClosed.type) return { householdId, consents: consented, overOn: event.data.on };
    if (event.type === HouseholdMerged.type)
      return { householdId, consents: consented, overOn: this.clock.dayOf(event.time) };
    return { householdId, consents: event.data.facts.consentedPurposes?.includes('payment') ?? false, overOn: null };
  }
}
