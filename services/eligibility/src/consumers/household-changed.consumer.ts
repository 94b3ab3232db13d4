import { Injectable } from '@nestjs/common';
import {
  HouseholdClosed,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdPayeeConfirmed,
  HouseholdRegistered,
  HouseholdUpdated,
  type PlainDate,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';
import { EnrolmentReactions } from '../enrolments/enrolment-reactions.ts';
import { keepHandlers, type PublishedHandlers } from '../household-facts/handlers.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import type { PublishedHousehold } from '../household-facts/known-household.ts';

type Told = ReceivedEvent<
  | typeof HouseholdRegistered
  | typeof HouseholdUpdated
  | typeof HouseholdMoved
  | typeof HouseholdMerged
  | typeof HouseholdClosed
>;

/** Everything that the register tells of households: a file of them is taken in with a few statements. */
@Injectable()
export class HouseholdChangedConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly applications: ApplicationReactions,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  @OnEventBatch(HouseholdRegistered, HouseholdUpdated, HouseholdMoved, HouseholdMerged, HouseholdClosed)
  async take(events: readonly Told[], tx: Tx): Promise<void> {
    const told = new Map<string, PublishedHousehold>();
    const days = new Map<string, PlainDate>();
    const ofMore = new Set<string>();
    for (const event of events) {
      const day = 'on' in event.data ? event.data.on : this.clock.dayOf(new Date(event.time));
      const before = told.get(event.key);
      told.set(event.key, {
        ...toldBy(event, day),
        facts: 'facts' in event.data ? event.data.facts : (before?.facts ?? null),
      });
      days.set(event.key, day);
      if (!('reason' in event.data) || event.data.reason !== 'death') ofMore.add(event.key);
    }
    await keepHandlers(tx, events.flatMap(registrarOf));
    const kept = await this.households.keep(tx, [...told.values()]);
    const households = await this.households.lockAll(tx, kept);
    await this.applications.follow(tx, households);
    await this.enrolments.follow(tx, households, (id) => ({
      on: days.get(id) ?? this.clock.today(),
      isOfDeaths: days.has(id) && !ofMore.has(id),
    }));
  }

  /** Nothing of the household is different; whoever asked for its payee does not decide about it. */
  @OnEventBatch(HouseholdPayeeConfirmed)
  keepAskers(events: readonly ReceivedEvent<typeof HouseholdPayeeConfirmed>[], tx: Tx): Promise<void> {
    return keepHandlers(
      tx,
      events.map(({ key, aggregateVersion: version, data: { askedBy } }) => {
        return { householdId: key, version, registeredBy: null, payeeAskedBy: askedBy };
      }),
    );
  }
}

/** Nobody, of a household of which the register told before it told that. */
function registrarOf({ key, aggregateVersion: version, data }: Told): PublishedHandlers[] {
  const registeredBy = 'registeredBy' in data ? data.registeredBy : undefined;
  return registeredBy === undefined ? [] : [{ householdId: key, version, registeredBy, payeeAskedBy: null }];
}

function toldBy(
  { type, key, data, aggregateVersion: version }: Told,
  day: PlainDate,
): Omit<PublishedHousehold, 'facts'> {
  const household = { householdId: key, areaCode: data.areaCode, version };
  if (type === HouseholdClosed.type) return { ...household, state: 'closed', overOn: day };
  if (type === HouseholdMerged.type) return { ...household, state: 'merged', overOn: day };
  return { ...household, state: 'active', overOn: null };
}
