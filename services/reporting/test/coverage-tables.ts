import type { Type } from '@nestjs/common';
import type { AnyEvent } from '@janela/contracts';
import type { ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';
import type { TestService } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { coverage } from '../src/coverage/coverage.ts';
import { AreaConsumer } from '../src/consumers/area.consumer.ts';
import { CaseConsumer } from '../src/consumers/case.consumer.ts';
import { ContributionConsumer } from '../src/consumers/contribution.consumer.ts';
import { CycleConsumer } from '../src/consumers/cycle.consumer.ts';
import { EnrolmentConsumer } from '../src/consumers/enrolment.consumer.ts';
import { HouseholdConsumer } from '../src/consumers/household.consumer.ts';
import { PaymentConsumer } from '../src/consumers/payment.consumer.ts';
import { PersonConsumer } from '../src/consumers/person.consumer.ts';
import { ProgrammeConsumer } from '../src/consumers/programme.consumer.ts';
import { SensitiveConsumer } from '../src/consumers/sensitive.consumer.ts';
import { idOf, type EventOnDay } from './event-on-day.ts';

type Apply = (events: readonly ReceivedEvent[], tx: Tx) => Promise<void>;

const byAggregate: Record<string, [Type, string]> = {
  'registry.area': [AreaConsumer, 'onAreaPublished'],
  'registry.household': [HouseholdConsumer, 'onHouseholdEvents'],
  'registry.person.died': [PersonConsumer, 'onPersonDied'],
  'registry.person.merged': [PersonConsumer, 'onPersonMerged'],
  'eligibility.programme': [ProgrammeConsumer, 'onProgrammePublished'],
  'eligibility.enrolment': [EnrolmentConsumer, 'onEnrolmentEvents'],
  'payments.cycle': [CycleConsumer, 'onCycleEvents'],
  'payments.payment': [PaymentConsumer, 'onPaymentEvents'],
  'payments.contribution': [ContributionConsumer, 'onContributionEvents'],
  'grievances.case': [CaseConsumer, 'onCaseEvents'],
  'grievances.sensitive': [SensitiveConsumer, 'onSensitiveRecorded'],
};

/** All that build the read model. */
export const consumers = [...new Set(Object.values(byAggregate).map(([consumer]) => consumer))];

/** What handles an event, without the inbox before it, which would leave out what comes twice or late. */
export function handlerOf(service: TestService<'reporting'>, { type, topic }: AnyEvent): Apply {
  const [consumer, method] = byAggregate[type.replace(/\.v\d+$/, '')] ?? byAggregate[topic] ?? [];
  if (!consumer || !method) throw new Error(`nothing handles ${type}`);
  const instance = service.running.app.get<Record<string, Apply>>(consumer);
  return (events, tx) => (instance[method] as Apply).call(instance, events, tx);
}

/** An event as a handler gets it. */
export function receivedFrom({ event, data, version, time }: EventOnDay): ReceivedEvent {
  const key = event.keyOf(data);
  const id = idOf(`${event.type} ${key} ${version}`);
  const topic = event.topicOf(data);
  return {
    id,
    type: event.type,
    key,
    data,
    topic,
    aggregateVersion: version,
    time,
    source: `/janela/${event.service}`,
  };
}

/** In the tables of a version of the read model, in all areas. */
export function inReadModel<T>(database: DataSource, version: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query(`SELECT set_config('search_path', $1, true), set_config('janela.areas', '{""}', true)`, [
      `coverage_v${version}, public`,
    ]);
    return work(tx);
  });
}

/** All rows of a version of the read model, by table, in an order of their own. */
export async function contentOf(
  database: DataSource,
  version: number = coverage.version,
): Promise<Record<string, string[]>> {
  return inReadModel(database, version, async (tx) => {
    const tables = await tx.query<{ name: string }[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [`coverage_v${version}`],
    );
    const contents: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await tx.query<{ text: string }[]>(`SELECT t::text AS text FROM ${name} t ORDER BY 1`);
      contents[name] = rows.map(({ text }) => text);
    }
    return contents;
  });
}
