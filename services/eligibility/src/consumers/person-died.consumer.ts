import { Injectable } from '@nestjs/common';
import { type PlainDate, PersonDied } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';

@Injectable()
export class PersonDiedConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly applications: ApplicationReactions,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The household tells of a death as well: before or after, or not at all where nobody else is alive. Several at once, so that
   * all households are locked before anything that comes after them.
   */
  @OnEventBatch(PersonDied)
  async take(events: readonly ReceivedEvent<typeof PersonDied>[], tx: Tx): Promise<void> {
    const days = new Map<string, PlainDate>();
    for (const { data, time } of events) days.set(data.householdId, this.clock.dayOf(new Date(time)));
    const ids = [...days.keys()];
    await this.households.lockAll(tx, ids);
    for (const { data } of events) {
      const { personId, on: diedOn, certainty } = data;
      await this.households.keepDeath(tx, personId, certainty === 'withdrawn' ? undefined : { diedOn, certainty });
    }
    const known = await this.households.lockAll(tx, ids);
    await this.applications.follow(tx, known);
    const people = events.map(({ data }) => data.personId);
    const newsOf = (id: string) => ({ on: days.get(id) ?? this.clock.today(), isOfDeaths: true });
    await this.enrolments.follow(tx, known, newsOf, people);
  }
}
