import { Injectable } from '@nestjs/common';
import { PersonDuplicateDismissed, PersonDuplicateSuspected } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { keepSuspicions } from '../duplicates/suspicions.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';

type Told = ReceivedEvent<typeof PersonDuplicateSuspected | typeof PersonDuplicateDismissed>;

/** What the register says of people who may be one. Nothing ends of it: whoever decides sees it, and gives a reason. */
@Injectable()
export class DuplicateConsumer {
  constructor(private readonly enrolments: EnrolmentReactions) {}

  @OnEventBatch(PersonDuplicateSuspected, PersonDuplicateDismissed)
  async take(events: readonly Told[], tx: Tx): Promise<void> {
    const told = events.map(({ data, aggregateVersion: version }) => {
      const { duplicateId, personIds, householdIds } = data;
      const isSuspected = 'matchedOn' in data;
      const { matchedOn, weight } = isSuspected ? data : { matchedOn: [], weight: 0 };
      return { duplicateId, version, personIds, householdIds, matchedOn, weight, dismissed: !isSuspected };
    });
    await keepSuspicions(tx, told);
    const cleared = told.filter(({ dismissed }) => dismissed).flatMap(({ personIds }) => personIds);
    await this.enrolments.giveFreePlaces(tx, cleared);
  }
}
