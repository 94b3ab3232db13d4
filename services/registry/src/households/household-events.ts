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

import type { AppliedAction } from '../household-records/household-action.ts';
import { toFacts } from './household-facts.ts';
import { livingMembersOf } from '../household-records/household-record.ts';
import { payeeEventsOf } from './payee-event.ts';
import { partsOf } from '../household-records/record-diff.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';

/** Publishes what became of a household. */
@Injectable()
export class HouseholdEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the event to ask the other services about; undefined when there is nothing to publish. */
  async publish(tx: Tx, applied: AppliedAction): Promise<string | undefined> {
    const payeeEventId = await this.publishPayee(tx, applied);
    await this.publishConfirmation(tx, applied);
    return (await this.publishHousehold(tx, applied)) ?? payeeEventId;
  }

  private async publishPayee(tx: Tx, { before, record }: AppliedAction): Promise<string | undefined> {
    let eventId: string | undefined;
    // In this order, which is kept for each household.
    for (const { event, data } of payeeEventsOf(before, record, this.cipher))
      eventId = await this.outbox.add(tx, event, data);
    return eventId;
  }

  /** The supervisor who decides an application must not have requested the payee: only ids of staff are published. */
  private async publishConfirmation(tx: Tx, { record }: AppliedAction): Promise<void> {
    const { id: householdId, areaCode } = record.household;
    const confirmed = record.payeeChanges.find(({ state }) => state === 'confirmed');
    if (!confirmed || confirmed.decidedBy === null) return;
    const { requestedBy: askedBy, decidedBy: confirmedBy } = confirmed;
    await this.outbox.add(tx, HouseholdPayeeConfirmed, { householdId, areaCode, askedBy, confirmedBy });
  }

  private async publishHousehold(tx: Tx, { action, before, record, diff }: AppliedAction): Promise<string | undefined> {
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
      const { on = this.clock.today() } = action;
      return this.outbox.add(tx, HouseholdMoved, { ...about, fromAreaCode, on, facts });
    }
    const parts = partsOf(diff);
    const changed = HouseholdPart.options.filter((part) => parts.has(part));
    if (changed.length === 0) return undefined;
    const { reason = 'circumstances' } = action;
    return this.outbox.add(tx, HouseholdUpdated, { ...about, facts, changed, reason });
  }
}
