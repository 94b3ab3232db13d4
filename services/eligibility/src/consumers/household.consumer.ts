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

type Change = ReceivedEvent<
  | typeof HouseholdRegistered
  | typeof HouseholdUpdated
  | typeof HouseholdMoved
  | typeof HouseholdMerged
  | typeof HouseholdClosed
>;

@Injectable()
export class HouseholdConsumer {
  constructor(
    private readonly households: HouseholdsService,
    private readonly applications: ApplicationReactions,
    private readonly enrolments: EnrolmentReactions,
    private readonly clock: Clock,
  ) {}

  /** Keeps what is known of households and has applications and enrolments follow; an imported file takes a few statements. */
  @OnEventBatch(HouseholdRegistered, HouseholdUpdated, HouseholdMoved, HouseholdMerged, HouseholdClosed)
  async onHouseholdChanged(events: readonly Change[], tx: Tx): Promise<void> {
    const latest = new Map<string, PublishedHousehold>();
    const days = new Map<string, PlainDate>();
    const notOnlyDeaths = new Set<string>();
    for (const event of events) {
      const day = 'on' in event.data ? event.data.on : this.clock.dayOf(new Date(event.time));
      const before = latest.get(event.key);
      const facts = 'facts' in event.data ? event.data.facts : (before?.facts ?? null);
      latest.set(event.key, { ...toPublished(event, day), facts });
      days.set(event.key, day);
      if (!('reason' in event.data) || event.data.reason !== 'death') notOnlyDeaths.add(event.key);
    }
    await keepHandlers(tx, events.flatMap(registrarOf));
    const kept = await this.households.keep(tx, [...latest.values()]);
    const households = await this.households.lockAll(tx, kept);
    await this.applications.follow(tx, households);
    await this.enrolments.follow(tx, households, (id) => ({
      on: days.get(id) ?? this.clock.today(),
      isOfDeaths: days.has(id) && !notOnlyDeaths.has(id),
    }));
  }

  /** Keeps who asked for the payee, since that officer does not decide about the household. Nothing else of it is different. */
  @OnEventBatch(HouseholdPayeeConfirmed)
  onHouseholdPayeeConfirmed(events: readonly ReceivedEvent<typeof HouseholdPayeeConfirmed>[], tx: Tx): Promise<void> {
    return keepHandlers(
      tx,
      events.map(({ key, aggregateVersion: version, data: { askedBy } }) => {
        return { householdId: key, version, registeredBy: null, payeeAskedBy: askedBy };
      }),
    );
  }
}

/** Returns who registered a household; nothing where the event does not say. */
function registrarOf({ key, aggregateVersion: version, data }: Change): PublishedHandlers[] {
  const registeredBy = 'registeredBy' in data ? data.registeredBy : undefined;
  return registeredBy === undefined ? [] : [{ householdId: key, version, registeredBy, payeeAskedBy: null }];
}

function toPublished(
  { type, key, data, aggregateVersion: version }: Change,
  day: PlainDate,
): Omit<PublishedHousehold, 'facts'> {
  const household = { householdId: key, areaCode: data.areaCode, version };
  if (type === HouseholdClosed.type) return { ...household, state: 'closed', overOn: day };
  if (type === HouseholdMerged.type) return { ...household, state: 'merged', overOn: day };
  return { ...household, state: 'active', overOn: null };
}
