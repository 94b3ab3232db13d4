import type { Tx } from '@janela/platform';

import type { CurrentPayee, PayeesService } from '../payees/payees.service.ts';
import { NoPayee } from '../payments.errors.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { reasonsAboutPayee } from '../payments/payee-requests.ts';
import type { HoldReason } from './current-reasons.ts';

const aboutPayee: readonly (HoldReason | null)[] = reasonsAboutPayee;

export function isAboutPayee(reason: HoldReason | null): boolean {
  return aboutPayee.includes(reason);
}

type PayablePayee = { [P in 'payeeId' | 'provider' | 'channel']: NonNullable<CurrentPayee[P]> };

/** Returns who would be paid now. Throws `NoPayee` where no one can be. */
export async function payableTo(tx: Tx, payees: PayeesService, { householdId }: LockedPayment): Promise<PayablePayee> {
  const { payeeId, provider, channel, reasonCode } = await payees.findCurrent(tx, householdId);
  if (payeeId === null || provider === null || channel === null) throw new NoPayee(reasonCode ?? undefined);
  return { payeeId, provider, channel };
}
