import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, insertAll, mustBeCurrent, type Tx } from '@janela/platform';

import { LookAlikes } from '../duplicates/look-alikes.ts';
import { HouseholdChangeEntity } from '../household-records/household-change.entity.ts';
import { HeadMissing, TwoHeads, HouseholdNotActive, HouseholdNotFound, NoLivingMember } from '../registry.errors.ts';
import type { AppliedAction, HouseholdAction } from '../household-records/household-action.ts';
import { HouseholdEvents } from './household-events.ts';
import { copyOf, findRecord, type HouseholdRecord, livingMembersOf } from '../household-records/household-record.ts';
import { mustHaveOwnNumbers } from './own-numbers.ts';
import { settlePayee } from './payee-rules.ts';
import { beforeOf, diffRecords, isEmpty, partsOf } from '../household-records/record-diff.ts';
import { writeDiff } from '../household-records/write-diff.ts';

/** A household after a change. */
export interface Changed {
  record: HouseholdRecord;
  /** Of the event that was published; undefined when there was none. */
  eventId: string | undefined;
  /** How many of its people newly look like another person of the register. */
  duplicates: number;
}

/** The one way a household changes: locked, compared, checked, written, published and put on record, in one transaction. */
@Injectable()
export class HouseholdChanges {
  constructor(
    private readonly events: HouseholdEvents,
    private readonly lookAlikes: LookAlikes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Lets `edit` change the record in place. Where that makes no difference, nothing is written or published. */
  async apply(
    tx: Tx,
    actor: Actor,
    action: HouseholdAction,
    edit: (record: HouseholdRecord) => void,
  ): Promise<Changed> {
    const before = await findRecord(tx, action.householdId, { lock: true });
    if (!before) throw new HouseholdNotFound();
    const { state, version } = before.household;
    if (action.expectedVersion !== undefined) mustBeCurrent(action.expectedVersion, version);
    if (state === 'merged' || (state === 'closed' && !action.evenIfOver))
      throw new HouseholdNotActive(`It is ${state}`);

    const record = copyOf(before);
    edit(record);
    const at = this.clock.now();
    settlePayee(before, record, { actor, at, confirmsPayee: action.confirmsPayee });
    if (isEmpty(diffRecords(before, record))) return { record, eventId: undefined, duplicates: 0 };
    mustHaveOneHead(before, record);
    mustHaveOwnNumbers(before, record);
    if (record.household.state === 'active' && !action.evenIfOver) mustBeAlive(record);
    Object.assign(record.household, { version: version + 1, updatedAt: at });

    const applied = { action, before, record, diff: diffRecords(before, record) };
    await writeDiff(tx, applied.diff);
    const eventId = await this.events.publish(tx, applied);
    await this.putOnRecord(tx, actor, applied, eventId ?? null);
    return { record, eventId, duplicates: await this.lookAlikes.find(tx, actor, applied) };
  }

  private async putOnRecord(
    tx: Tx,
    actor: Actor,
    { action, record, diff }: AppliedAction,
    eventId: string | null,
  ): Promise<void> {
    const { what, source = 'window' } = action;
    const { id: householdId, version, areaCode, updatedAt: at } = record.household;
    const [changed, reason, note] = [[...partsOf(diff)], action.reason ?? null, action.note ?? null];
    const line: HouseholdChangeEntity = {
      householdId,
      version,
      areaCode,
      at,
      actor: actor.id,
      actorName: actor.name,
      what,
      changed,
      reason,
      note,
      source,
      eventId,
      before: beforeOf(diff),
    };
    await insertAll(tx, HouseholdChangeEntity, [line]);
    await this.audit.add(tx, actor, {
      action: `household.${what.replaceAll('_', '-')}`,
      subject: `household:${householdId}`,
      details: { version, changed, reason, source },
    });
  }
}

/** One head among the living. Only where the head has died may there be none, until a caseworker says who it is now. */
function mustHaveOneHead(before: HouseholdRecord, after: HouseholdRecord): void {
  const [head] = headsOf(before);
  const heads = headsOf(after);
  if (heads.length > 1) throw new TwoHeads();
  const diedAsHead = after.people.some(({ id, diedOn }) => id === head?.id && diedOn !== null);
  if (head && heads.length === 0 && !diedAsHead) throw new HeadMissing();
}

function mustBeAlive(record: HouseholdRecord): void {
  if (livingMembersOf(record).length === 0) throw new NoLivingMember();
}

function headsOf(record: HouseholdRecord) {
  return livingMembersOf(record).filter(({ relationship }) => relationship === 'head');
}
