import { Injectable } from '@nestjs/common';
import type { ConfirmPayee, Payment } from '@janela/contracts';
import { type Actor, Audit, type VersionedRef } from '@janela/platform';

import { PayeesService } from '../payees/payees.service.ts';
import {
  CycleStateConflict,
  NothingToConfirm,
  NotPayable,
  PaymentStateConflict,
  RequesterCannotConfirm,
} from '../payments.errors.ts';
import { ChangePaymentService } from '../payments/change-payment.ts';
import { confirmRequest, findRequest } from '../payments/payee-requests.ts';
import { isAboutPayee, payableTo } from './current-payee.ts';
import { JudgePaymentsService } from './judge-payments.ts';
import { ReleasePaymentService } from './release-payment.ts';

/** The second person for a line of an approved list that goes to another payee than the list says. */
@Injectable()
export class ConfirmPayeeService {
  constructor(
    private readonly changes: ChangePaymentService,
    private readonly releases: ReleasePaymentService,
    private readonly payees: PayeesService,
    private readonly holds: JudgePaymentsService,
    private readonly audit: Audit,
  ) {}

  /** The payment goes to who is paid now, whichever payee was requested. */
  confirm(actor: Actor, ref: VersionedRef, { note }: ConfirmPayee): Promise<Payment> {
    return this.changes.change(actor, ref, async (tx, { cycle, payment }) => {
      if (cycle.state !== 'approved' && cycle.state !== 'dispatched')
        throw new CycleStateConflict(
          `Its cycle is ${cycle.state}: what is not approved yet is approved or rejected as a whole`,
        );
      if (payment.state !== 'held') throw new PaymentStateConflict(`It is ${payment.state}`);
      const request = await findRequest(tx, payment.id);
      if ([cycle.openedBy, cycle.submittedBy, request?.requestedBy].includes(actor.id))
        throw new RequesterCannotConfirm();
      const reason = await this.holds.findReason(tx, payment.id);
      if (!request && !payment.heldByRule) throw new NothingToConfirm('An officer holds it');
      if (reason === null) throw new NothingToConfirm('It goes to whom the list says, once an officer releases it');
      if (!isAboutPayee(reason)) throw new NotPayable(reason, { members: { reasonCode: reason } });
      const payee = await payableTo(tx, this.payees, payment);
      await confirmRequest(tx, payment, payee, { request, confirmedBy: actor.id });
      const said = { reasonCode: 'payee_confirmed', ...(note !== undefined && { note }) };
      await this.releases.putBack(tx, actor, { cycle, payment: { ...payment, ...payee } }, said);
      const details = { payeeId: payee.payeeId, payeeBefore: payment.payeeId, requestedBy: request?.requestedBy };
      await this.audit.add(tx, actor, { action: 'payment.payee-confirmed', subject: `payment:${payment.id}`, details });
    });
  }
}
