import { Injectable } from '@nestjs/common';
import type { Household, RefusePayeeChange } from '@janela/contracts';
import { type Actor, Clock, Database, type VersionedRef } from '@janela/platform';

import { NoPayeeChange, PayeeChangeOfAnother, PayeeChangeOwn } from '../registry.errors.ts';
import type { HouseholdAction } from '../household-records/household-action.ts';
import { HouseholdChanges } from '../households/household-changes.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import { HouseholdsService } from '../households/households.service.ts';
import type { PayeeChangeEntity } from '../household-records/payee-change.entity.ts';
import { pendingChangeOf } from '../households/payee-rules.ts';
import { decide } from '../households/payee-request.ts';

/** The second person: puts a change of who collects in force, or does not. */
@Injectable()
export class DecidePayeeChangeService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly clock: Clock,
  ) {}

  /** Puts it in force. Throws `PayeeChangeOwn` for the person who requested it. */
  confirm(actor: Actor, ref: VersionedRef): Promise<Household> {
    return this.end(actor, ref, { what: 'payee_designated', confirmsPayee: true }, (change, record) => {
      mustBeAnother(actor, change);
      const { householdId, personId, deputyPersonId, channel, provider, accountSealed, accountMark, accountMasked } =
        change;
      const { areaCode } = record.household;
      record.payee = {
        householdId,
        areaCode,
        personId,
        deputyPersonId,
        channel,
        provider,
        accountSealed,
        accountMark,
        accountMasked,
        vacated: null,
        knownAs: null,
        designated: null,
      };
      decide(change, 'confirmed', { actor, at: this.clock.now() });
    });
  }

  /** Refuses it: what held before goes on holding. */
  refuse(actor: Actor, ref: VersionedRef, { reason }: RefusePayeeChange): Promise<Household> {
    return this.end(actor, ref, { what: 'payee_change_refused', note: reason }, (change) => {
      mustBeAnother(actor, change);
      decide(change, 'refused', { actor, at: this.clock.now() }, reason);
    });
  }

  /** Takes it back. Throws `PayeeChangeOfAnother` for any other than the person who requested it. */
  takeBack(actor: Actor, ref: VersionedRef): Promise<Household> {
    return this.end(actor, ref, { what: 'payee_change_taken_back' }, (change) => {
      if (change.requestedBy !== actor.id) throw new PayeeChangeOfAnother();
      decide(change, 'taken_back', { actor, at: this.clock.now() });
    });
  }

  private end(
    actor: Actor,
    { id, expectedVersion }: VersionedRef,
    action: Omit<HouseholdAction, 'householdId'>,
    edit: (change: PayeeChangeEntity, record: HouseholdRecord) => void,
  ): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(tx, actor, { ...action, householdId: id, expectedVersion }, (record) => {
        const change = pendingChangeOf(record);
        if (!change) throw new NoPayeeChange();
        edit(change, record);
      });
      return this.households.show(tx, actor, changed);
    });
  }
}

function mustBeAnother(actor: Actor, { requestedBy }: PayeeChangeEntity): void {
  if (requestedBy === actor.id) throw new PayeeChangeOwn();
}
