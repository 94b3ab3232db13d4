import { randomUUIDv7 } from 'node:crypto';

import type { PayeeChangeState } from '@janela/contracts';
import type { Actor } from '@janela/platform';

import type { HouseholdRecord } from '../household-records/household-record.ts';
import type { PayeeChangeEntity } from '../household-records/payee-change.entity.ts';
import type { Designation } from '../household-records/payee.entity.ts';

/** Who requests or decides, and when. */
export interface By {
  actor: Actor;
  at: Date;
}

/** Returns the row of a request for another payee. */
export function newRequest({ household }: HouseholdRecord, wanted: Designation, { actor, at }: By): PayeeChangeEntity {
  const { personId, deputyPersonId, channel, provider, accountSealed, accountMark, accountMasked } = wanted;
  return {
    id: randomUUIDv7(),
    householdId: household.id,
    areaCode: household.areaCode,
    state: 'pending',
    personId,
    deputyPersonId,
    channel,
    provider,
    accountSealed,
    accountMark,
    accountMasked,
    requestedBy: actor.id,
    requestedByName: actor.name,
    requestedAt: at,
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    reason: null,
  };
}

/** Ends a request, in place. */
export function decide(
  change: PayeeChangeEntity,
  state: Exclude<PayeeChangeState, 'pending'>,
  { actor, at }: By,
  reason: string | null = null,
): void {
  Object.assign(change, { state, decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, reason });
}
