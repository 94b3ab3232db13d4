import { Injectable } from '@nestjs/common';
import { PersonDied } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';
import { Clock } from '../clock.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';
import { Households } from '../household-facts/households.service.ts';

@Injectable()
export class PersonDiedConsumer {
  constructor(
    private readonly households: Households,
    private readonly applications: ApplicationReactions,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  /** The household tells of it as well, before or after, or not at all where nobody else is alive. */
  @OnEvent(PersonDied)
  async take({ data, time }: ReceivedEvent<typeof PersonDied>, tx: Tx): Promise<void> {
    const { personId, householdId, on: diedOn, certainty } = data;
    const household = await this.households.lockAll(tx, [householdId]);
    await this.households.keepDeath(tx, personId, certainty === 'withdrawn' ? undefined : { diedOn, certainty });
    if (household.length === 0) return;
    const known = await this.households.lockAll(tx, [householdId]);
    await this.applications.follow(tx, known);
    await this.enrolments.follow(tx, known, () => this.clock.dayOf(new Date(time)), [personId]);
  }
}
