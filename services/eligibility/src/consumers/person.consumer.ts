import { Injectable } from '@nestjs/common';
import { PersonDied, PersonDuplicateDismissed, PersonDuplicateSuspected, type PlainDate } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';
import { keepSuspicions } from '../duplicates/suspicions.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';
import { keepDeath } from '../household-facts/deaths.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';

type Death = ReceivedEvent<typeof PersonDied>;
type Suspicion = ReceivedEvent<typeof PersonDuplicateSuspected | typeof PersonDuplicateDismissed>;

@Injectable()
export class PersonConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly applications: ApplicationReactions,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps deaths. The register publishes a change of the household as well: before or after, or not at all where no other
   * member is alive. Events are taken together, so that all households are locked before what belongs to them.
   */
  @OnEventBatch(PersonDied)
  async onPersonDied(events: readonly Death[], tx: Tx): Promise<void> {
    const days = new Map<string, PlainDate>();
    for (const { data, time } of events) days.set(data.householdId, this.clock.dayOf(new Date(time)));
    const ids = [...days.keys()];
    await this.households.lockAll(tx, ids);
    for (const { data } of events) {
      const { personId, on: diedOn, certainty } = data;
      await keepDeath(tx, personId, certainty === 'withdrawn' ? undefined : { diedOn, certainty });
    }
    const households = await this.households.lockAll(tx, ids);
    await this.applications.follow(tx, households);
    const people = events.map(({ data }) => data.personId);
    const sinceOf = (id: string) => ({ on: days.get(id) ?? this.clock.today(), isOfDeaths: true });
    await this.enrolments.follow(tx, households, sinceOf, people);
  }

  /**
   * Keeps which people may be one. Nothing ends because of it: the officer who decides sees it and gives a reason. Where both
   * are in a programme already, the later enrolment is suspended until there is a reason.
   */
  @OnEventBatch(PersonDuplicateSuspected, PersonDuplicateDismissed)
  async onDuplicate(events: readonly Suspicion[], tx: Tx): Promise<void> {
    const suspicions = events.map(({ data, aggregateVersion: version }) => {
      const { duplicateId, personIds, householdIds } = data;
      const isSuspected = 'matchedOn' in data;
      const { matchedOn, weight } = isSuspected ? data : { matchedOn: [], weight: 0 };
      return { duplicateId, version, personIds, householdIds, matchedOn, weight, dismissed: !isSuspected };
    });
    const people = suspicions.flatMap(({ personIds }) => personIds);
    // Locked first: a decision about one of them is either seen here, or sees what is kept here.
    const households = await this.households.lockOfPeople(tx, people);
    await keepSuspicions(tx, suspicions);
    await this.enrolments.follow(tx, households, () => ({ on: this.clock.today() }), people);
  }
}
