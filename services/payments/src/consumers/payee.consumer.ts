import { Injectable } from '@nestjs/common';
import { PayeeChangeRefused, PayeeChangeRequested, PayeeDesignated, PayeeVacated } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { HouseholdsService } from '../households/households.service.ts';
import { PayeesService } from '../payees/payees.service.ts';

type PayeeEvent = ReceivedEvent<
  typeof PayeeDesignated | typeof PayeeChangeRequested | typeof PayeeChangeRefused | typeof PayeeVacated
>;

@Injectable()
export class PayeeConsumer {
  constructor(
    private readonly payees: PayeesService,
    private readonly households: HouseholdsService,
    private readonly holds: JudgePaymentsService,
  ) {}

  /** What is frozen keeps its payee, and is held where another one is in force; what is computed from now on goes to this one. */
  @OnEventBatch(PayeeDesignated, PayeeChangeRequested, PayeeChangeRefused, PayeeVacated)
  async onPayeeChange(events: readonly PayeeEvent[], tx: Tx): Promise<void> {
    await this.households.orderWithDeaths(tx, 'payees');
    const ids = await this.households.lock(
      tx,
      events.map(({ data }) => data.householdId),
    );
    for (const event of events) await this.keep(tx, event);
    await this.payees.settle(tx, ids);
    await this.holds.judgeHouseholds(tx, ids);
    await this.holds.touchHeld(tx, ids);
  }

  private async keep(tx: Tx, { type, id, time, data }: PayeeEvent): Promise<void> {
    const { householdId } = data;
    if (type === PayeeChangeRequested.type) return this.households.payeeChangeWaits(tx, householdId, true);
    if (type === PayeeVacated.type) return this.payees.vacate(tx, householdId);
    await this.households.payeeChangeWaits(tx, householdId, false);
    if (type === PayeeDesignated.type) await this.payees.designate(tx, id, time, data);
  }
}
