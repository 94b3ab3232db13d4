import { Injectable } from '@nestjs/common';
import {
  HouseholdClosed,
  HouseholdMoved,
  HouseholdPart,
  HouseholdPayeeConfirmed,
  HouseholdUpdated,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import type { Deed } from './deed.ts';
import { toFacts } from './household-facts.ts';
import { type HouseholdRecord, livingMembersOf } from './household-record.ts';
import { payeeNewsOf } from './payee-event.ts';
import { partsOf, type RecordDiff } from './record-diff.ts';
import { Vault } from './vault.ts';

/** A household before and after somebody changed it. */
export interface Turn {
  deed: Deed;
  before: HouseholdRecord;
  record: HouseholdRecord;
  diff: RecordDiff;
}

/** Tells other services what became of a household. */
@Injectable()
export class HouseholdNews {
  constructor(
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Answers the id of the event to ask the other services about; nothing when there is nothing to tell. */
  async tell(tx: Tx, turn: Turn): Promise<string | undefined> {
    const payeeEventId = await this.tellOfPayee(tx, turn);
    await this.tellWhoConfirmed(tx, turn);
    return (await this.tellOfHousehold(tx, turn)) ?? payeeEventId;
  }

  private async tellOfPayee(tx: Tx, { before, record }: Turn): Promise<string | undefined> {
    let eventId: string | undefined;
    // In this order, which is kept for each household.
    for (const { event, data } of payeeNewsOf(before, record, this.vault))
      eventId = await this.outbox.add(tx, event, data);
    return eventId;
  }

  /** Whoever decides an application must not have asked for the payee: only ids of staff are told. */
  private async tellWhoConfirmed(tx: Tx, { record }: Turn): Promise<void> {
    const { id: householdId, areaCode } = record.household;
    const confirmed = record.payeeChanges.find(({ state }) => state === 'confirmed');
    if (!confirmed || confirmed.decidedBy === null) return;
    const { requestedBy: askedBy, decidedBy: confirmedBy } = confirmed;
    await this.outbox.add(tx, HouseholdPayeeConfirmed, { householdId, areaCode, askedBy, confirmedBy });
  }

  private async tellOfHousehold(tx: Tx, { deed, before, record, diff }: Turn): Promise<string | undefined> {
    const { id: householdId, number, areaCode, closedOn, closingReason } = record.household;
    const about = { householdId, number, areaCode };
    if (closedOn !== null && closingReason !== null) {
      if (before.household.closedOn !== null) return undefined;
      return this.outbox.add(tx, HouseholdClosed, { ...about, on: closedOn, reason: closingReason });
    }
    if (livingMembersOf(record).length === 0) return undefined;
    const facts = toFacts(record, this.clock.today());
    const { areaCode: fromAreaCode } = before.household;
    if (fromAreaCode !== areaCode) {
      const { on = this.clock.today() } = deed;
      return this.outbox.add(tx, HouseholdMoved, { ...about, fromAreaCode, on, facts });
    }
    const parts = partsOf(diff);
    const changed = HouseholdPart.options.filter((part) => parts.has(part));
    if (changed.length === 0) return undefined;
    const { reason = 'circumstances' } = deed;
    return this.outbox.add(tx, HouseholdUpdated, { ...about, facts, changed, reason });
  }
}
