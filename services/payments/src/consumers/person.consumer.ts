import { Injectable } from '@nestjs/common';
import { PersonDied, PersonDuplicateDismissed, PersonDuplicateSuspected } from '@janela/contracts';
import { OnEvent, OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { DuplicatesService } from '../households/duplicates.service.ts';
import { HouseholdsService } from '../households/households.service.ts';
import { PayeesService } from '../payees/payees.service.ts';

@Injectable()
export class PersonConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly payees: PayeesService,
    private readonly holds: JudgePaymentsService,
    private readonly duplicates: DuplicatesService,
  ) {}

  /** No one who has died is paid, from the first report on. The register publishes a new payee as well, before or after. */
  @OnEventBatch(PersonDied)
  async onPersonDied(events: readonly ReceivedEvent<typeof PersonDied>[], tx: Tx): Promise<void> {
    const deaths = events.map(({ data }) => data);
    await this.households.orderWithDeaths(tx, 'deaths');
    const theirs = await this.households.findHouseholdsOf(
      tx,
      deaths.map(({ personId }) => personId),
    );
    const ids = await this.households.lock(tx, [...theirs, ...deaths.map(({ householdId }) => householdId)]);
    await this.households.keepDeaths(tx, deaths);
    await this.households.noteDeaths(tx, ids);
    await this.payees.settle(tx, ids);
    await this.holds.judgeHouseholds(tx, ids);
    await this.holds.touchHeld(tx, ids);
  }

  @OnEvent(PersonDuplicateSuspected)
  async onPersonDuplicateSuspected({ data }: ReceivedEvent<typeof PersonDuplicateSuspected>, tx: Tx): Promise<void> {
    await this.duplicates.suspect(tx, data);
  }

  @OnEvent(PersonDuplicateDismissed)
  async onPersonDuplicateDismissed({ data }: ReceivedEvent<typeof PersonDuplicateDismissed>, tx: Tx): Promise<void> {
    await this.duplicates.dismiss(tx, data);
  }
}
