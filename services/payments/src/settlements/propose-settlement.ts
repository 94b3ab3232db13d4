import { Injectable } from '@nestjs/common';
import type { Difference, SettleDifference, Settlement, SettlePayment } from '@janela/contracts';
import { type Actor, Audit, Database, mustBeCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { findDifference } from '../differences/find-differences.ts';
import { DifferenceNotFound, DifferenceSettled, PaymentNotFound, PaymentStateConflict } from '../payments.errors.ts';
import { lockPayments } from '../payments/locked-payment.ts';
import { rememberName } from '../staff/staff.ts';
import { PaidAmountMissing, PaidAmountNotAsked, SettlementProposed } from '../two-people.errors.ts';
import { mustReachCountry, mustReachCountryOfCycle } from '../whole-country.ts';
import { findSettlement } from './find-settlements.ts';
import { toSettlements } from './to-settlement.ts';

/** Proposes what to take for true, which changes nothing until another person confirms it. */
@Injectable()
export class ProposeSettlementService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  proposeForDifference(actor: Actor, id: string, input: SettleDifference): Promise<Settlement> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const difference = await findDifference(tx, id);
      if (!difference) throw new DifferenceNotFound();
      if (difference.cycleId !== undefined) await mustReachCountryOfCycle(tx, actor, difference.cycleId);
      await mustSayTheAmount(tx, difference, input);
      const settlementId = await insertProposal(tx, actor, {
        ...input,
        outcomeId: id,
        paymentId: difference.paymentId,
      });
      if (settlementId === undefined) throw new DifferenceSettled();
      return this.answer(tx, actor, settlementId, `difference:${id}`);
    });
  }

  proposeForPayment(actor: Actor, { id, expectedVersion }: VersionedRef, input: SettlePayment): Promise<Settlement> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const [payment] = await lockPayments(tx, 'p.id = $1', [id]);
      if (!payment) throw new PaymentNotFound();
      mustBeCurrent(expectedVersion, payment.version);
      if (payment.state !== 'sent' && payment.state !== 'unknown')
        throw new PaymentStateConflict(`It is ${payment.state}: there is nothing to find out`);
      if (input.paidMinor !== undefined && input.outcome !== 'paid') throw new PaidAmountNotAsked();
      const settlementId = await insertProposal(tx, actor, { ...input, resolution: 'accepted', paymentId: id });
      if (settlementId === undefined) throw new SettlementProposed();
      return this.answer(tx, actor, settlementId, `payment:${id}`);
    });
  }

  private async answer(tx: Tx, actor: Actor, id: string, subject: string): Promise<Settlement> {
    await rememberName(tx, actor);
    const row = await findSettlement(tx, id);
    const [settlement] = await toSettlements(tx, row ? [row] : []);
    const { resolution, outcome, evidence, documentReference } = settlement as Settlement;
    const details = { settlementId: id, resolution, outcome, evidence, documentReference };
    await this.audit.add(tx, actor, { action: 'settlement.proposed', subject, details });
    return settlement as Settlement;
  }
}

/** An amount in another currency has to be said in that of the payment; any other amount is known. */
async function mustSayTheAmount(
  tx: Tx,
  { status, paymentId, currency }: Difference,
  { resolution, paidMinor }: SettleDifference,
): Promise<void> {
  const [payment] = await tx.query<{ currency: string }[]>('SELECT currency FROM payments WHERE id = $1', [
    paymentId ?? null,
  ]);
  const isMoney = status === 'paid' || status === 'returned';
  const isOther = payment !== undefined && currency !== null && currency !== payment.currency;
  const isAsked = resolution === 'accepted' && isMoney && isOther;
  if (isAsked && paidMinor === undefined) throw new PaidAmountMissing();
  if (!isAsked && paidMinor !== undefined) throw new PaidAmountNotAsked();
}

interface Proposal extends Omit<SettlePayment, 'outcome' | 'paidMinor'> {
  resolution: Settlement['resolution'];
  outcome?: SettlePayment['outcome'];
  outcomeId?: string;
  paymentId?: string | undefined;
  paidMinor?: number | undefined;
}

/** Stores a proposal with what is known of its payment now. Returns its id; nothing where there is one about the same already. */
async function insertProposal(tx: Tx, actor: Actor, proposal: Proposal): Promise<string | undefined> {
  const { outcomeId, paymentId, resolution, outcome, paidMinor, evidence, documentReference, reason } = proposal;
  const [row] = await tx.query<{ id: string }[]>(
    `INSERT INTO settlements (outcome_id, payment_id, resolution, outcome, paid_minor, evidence, document_reference, reason,
       proposed_by, known_state, known_minor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       (SELECT state FROM payments WHERE id = $2), (SELECT paid_minor FROM payments WHERE id = $2)) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[outcomeId ?? null, paymentId ?? null, resolution, outcome ?? null, paidMinor ?? null],
      ...[evidence, documentReference, reason, actor.id],
    ],
  );
  return row?.id;
}
