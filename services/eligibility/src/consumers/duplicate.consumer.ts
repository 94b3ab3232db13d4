import { Injectable } from '@nestjs/common';
import { PersonDuplicateDismissed, PersonDuplicateSuspected } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { keepSuspicions } from '../duplicates/suspicions.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';

type Told = ReceivedEvent<typeof PersonDuplicateSuspected | typeof PersonDuplicateDismissed>;

/**
 * What the register says of people who may be one. Nothing ends of it: whoever decides sees it, and gives a reason. Where both
 * are in a programme already, the later enrolment waits until somebody has given one.
 */
@Injectable()
export class DuplicateConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  @OnEventBatch(PersonDuplicateSuspected, PersonDuplicateDismissed)
  async take(events: readonly Told[], tx: Tx): Promise<void> {
    const told = events.map(({ data, aggregateVersion: version }) => {
      const { duplicateId, personIds, householdIds } = data;
      const isSuspected = 'matchedOn' in data;
      const { matchedOn, weight } = isSuspected ? data : { matchedOn: [], weight: 0 };
      return { duplicateId, version, personIds, householdIds, matchedOn, weight, dismissed: !isSuspected };
    });
    const people = told.flatMap(({ personIds }) => personIds);
    // Locked first: a decision about one of them is either seen here, or sees what is kept here.
    const homes = await this.households.lockOfPeople(tx, people);
    await keepSuspicions(tx, told);
    await this.enrolments.follow(tx, homes, () => ({ on: this.clock.today() }), people);
  }
}
