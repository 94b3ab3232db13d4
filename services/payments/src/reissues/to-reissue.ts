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
  paymentId: string;
  paymentState: PaymentState;
  reasonCode: string | null;
  cycleId: string;
  programme: string;
  period: Period;
  householdId: string;
  areaCode: string;
  amountMinor: string;
  currency: string;
  note: string | null;
  requestedBy: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusal: string | null;
  replacementId: string | null;
  payeeChanged: boolean;
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
    paymentId: row.paymentId,
    paymentState: row.paymentState,
    reasonCode: row.reasonCode,
    cycleId: row.cycleId,
    householdId: row.householdId,
    areaCode: row.areaCode,
    amountMinor: minorToJson(BigInt(row.amountMinor)),
    ...known({ note: row.note, refusal: row.refusal, replacementId: row.replacementId }),
    payeeChanged: row.payeeChanged,
    payee: {
      ...(row.before && { before: seenPayee(row.before, endingOf) }),
      ...(row.now && { now: seenPayee(row.now, endingOf) }),
    },
    requestedBy: actedBy(row.requestedBy, nameOf),
    requestedAt: row.requestedAt.toISOString(),
    ...(row.decidedBy !== null && { decidedBy: actedBy(row.decidedBy, nameOf) }),
    ...(row.decidedAt && { decidedAt: row.decidedAt.toISOString() }),
  };
}

function seenPayee({ id: payeeId, personId, channel, provider, details }: PayeeRow, endingOf: EndingOf): SeenPayee {
  const accountEnding = details === null ? undefined : endingOf(payeeId, details);
  return { payeeId, personId, channel, ...known({ provider }), ...(accountEnding !== undefined && { accountEnding }) };
}
