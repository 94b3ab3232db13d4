import { randomUUID } from 'node:crypto';

import {
  type AnyEvent,
  type DataOf,
  type HouseholdClosed,
  HouseholdRegistered,
  type MemberFacts,
  type PersonDied,
  type Programme,
  type ProgrammeDefinition,
} from '@janela/contracts';
import { deliver, type DeliveryOptions, recordOf } from '@janela/messaging';
import { type Answer, type Caller, TestService } from '@janela/testing';
import { jest } from '@jest/globals';

import { migrations } from '../src/data-source.ts';
import { EligibilityConfig } from '../src/eligibility.config.ts';
import { EligibilityModule } from '../src/eligibility.module.ts';
import type { Household } from '../src/rules/facts/household.ts';
import { zambia } from './support/zambia.ts';

jest.setTimeout(60_000);

/** The whole service, on a database and a port of its own; `stop()` it afterwards. */
export function startEligibility(environment: Readonly<Record<string, string>> = {}): Promise<TestService> {
  return TestService.start({ module: EligibilityModule, config: EligibilityConfig, migrations, environment });
}

/** Loads scorecard and programmes of Zambia and publishes every version, as two people do. */
export async function loadZambia(service: TestService): Promise<void> {
  const designer = await service.as('designer');
  ok(await designer.put('/v1/scorecards/ppi_zmb_2015', zambia.ppi));
  for (const document of Object.values(zambia.programmes)) await loadProgramme(service, document);
}

/** Writes a programme and publishes its versions, in their order. */
export async function loadProgramme(service: TestService, document: unknown, reason?: string): Promise<Programme> {
  const written = ok(await (await service.as('designer')).post<Programme>('/v1/programmes', document)).body;
  const publisher = await service.as('publisher');
  for (const { version } of written.versions) {
    ok(await publisher.post(`/v1/programmes/${written.id}/versions/${version}/publish`, reason ? { reason } : {}));
  }
  return written;
}

/** A programme of Zambia, changed to what a test is about. */
export function programmeLike(
  like: keyof typeof zambia.programmes,
  changes: Partial<ProgrammeDefinition>,
): ProgrammeDefinition {
  return { ...structuredClone(zambia.programmes[like] as ProgrammeDefinition), ...changes };
}

/** A household as the register tells of it, with ids of its own. */
export function householdData(household: Household, householdId: string = randomUUID()) {
  const { areaCode, ...facts } = household;
  const members = facts.members.map((member) => ({ ...member, personId: randomUUID() }));
  return { householdId, number: 'ZM104011-000001-0', areaCode, facts: { ...facts, members } };
}
export type PublishedHousehold = ReturnType<typeof householdData>;

/** Delivers an event to the service, as the broker would. */
export async function publish<E extends AnyEvent>(
  service: TestService,
  event: E,
  data: DataOf<E>,
  options?: DeliveryOptions,
): Promise<void> {
  await deliver(service.messaging, recordOf(event, data, options));
}

/** Has the service hear of a new household, and gives it. */
export async function registered(service: TestService, household: Household): Promise<PublishedHousehold> {
  const data = householdData(household);
  await publish(service, HouseholdRegistered, { ...data, source: 'window' });
  return data;
}

export function closed(
  { householdId, number, areaCode }: PublishedHousehold,
  on: DataOf<typeof HouseholdClosed>['on'],
) {
  return { householdId, number, areaCode, on, reason: 'own_request' } as const;
}

export function died(
  { householdId }: PublishedHousehold,
  { personId }: MemberFacts,
  certainty: DataOf<typeof PersonDied>['certainty'],
  on: DataOf<typeof PersonDied>['on'],
) {
  return { personId, householdId, on, source: 'household', certainty } as const;
}

/** The answer, which must be no refusal. */
export function ok<T>(answer: Answer<T>): Answer<T> {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

/** Status and code of an answer. */
export function outcome({ status, body }: Answer<unknown>): [number, string | undefined] {
  return [status, (body as { code?: string }).code];
}

/** `If-Match` for something that was read. */
export function ifMatch({ version }: { version: number }): { 'if-match': string } {
  return { 'if-match': `"${version}"` };
}

/** Applies, and gives the application. */
export async function applied<T>(caller: Caller, body: object): Promise<T> {
  return ok(await caller.post<T>('/v1/applications', body)).body;
}
