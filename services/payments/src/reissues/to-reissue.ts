import type { DeliveryChannel, PaymentState, Period, Reissue, ReissueState, SeenPayee } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { known } from '@janela/platform';

import { actedBy } from '../staff/staff.ts';

interface PayeeRow {
  id: string;
  personId: string;
  channel: DeliveryChannel;
  provider: string | null;
  details: string | null;
}

/** A reissue with its payment, who was to be paid then, and who would be now. */
export interface ReissueRow {
  id: string;
  version: number;
  state: ReissueState;
  payment_id: string;
  payment_state: PaymentState;
  reason_code: string | null;
  cycle_id: string;
  programme: string;
  period: Period;
  household_id: string;
  area_code: string;
  amount_minor: string;
  currency: string;
  note: string | null;
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  refusal: string | null;
  replacement_id: string | null;
  payee_changed: boolean;
  before: PayeeRow | null;
  now: PayeeRow | null;
}

type EndingOf = (payeeId: string, details: string) => string | undefined;

/** Returns a reissue as routes answer it; `endingOf` returns the end of an account of sealed details. */
export function toReissue(row: ReissueRow, nameOf: (id: string) => string, endingOf: EndingOf): Reissue {
  const { id, version, state, currency, period, programme } = row;
  return {
    id,
    version,
    state,
    currency,
    period,
    programme,
    paymentId: row.payment_id,
    paymentState: row.payment_state,
    reasonCode: row.reason_code,
    cycleId: row.cycle_id,
    householdId: row.household_id,
    areaCode: row.area_code,
    amountMinor: minorToJson(BigInt(row.amount_minor)),
    ...known({ note: row.note, refusal: row.refusal, replacementId: row.replacement_id }),
    payeeChanged: row.payee_changed,
    payee: {
      ...(row.before && { before: seenPayee(row.before, endingOf) }),
      ...(row.now && { now: seenPayee(row.now, endingOf) }),
    },
    requestedBy: actedBy(row.requested_by, nameOf),
    requestedAt: row.requested_at.toISOString(),
    ...(row.decided_by !== null && { decidedBy: actedBy(row.decided_by, nameOf) }),
    ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
  };
}

function seenPayee({ id: payeeId, personId, channel, provider, details }: PayeeRow, endingOf: EndingOf): SeenPayee {
  const accountEnding = details === null ? undefined : endingOf(payeeId, details);
  return { payeeId, personId, channel, ...known({ provider }), ...(accountEnding !== undefined && { accountEnding }) };
}
