import { createHash } from 'node:crypto';

import {
  AreaPublished,
  type ConsentPurpose,
  ContributionReceived,
  type DataOf,
  EnrolmentChanged,
  EnrolmentStarted,
  HouseholdRegistered,
  type MemberFacts,
  PaymentPaid,
  ProgrammePublished,
  type AnyEvent,
} from '@janela/contracts';
import { householdFacts, memberFacts } from '@janela/testing';

/** An event as the log holds it. */
export interface EventOnDay<E extends AnyEvent = AnyEvent> {
  event: E;
  data: DataOf<E>;
  version: number;
  time: string;
}

/** The same name, the same id. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function eventOnDay<E extends AnyEvent>(event: E, on: string, data: DataOf<E>, version = 1): EventOnDay<E> {
  return { event, data, version, time: `${on}T08:00:00Z` };
}

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

export const areas = (
  [
    { code: 'ZM', level: 0, name: 'Zambia' },
    { code: 'ZM104', level: 1, name: 'Luapula', parent: 'ZM' },
    { code: samfya, level: 2, name: 'Samfya', parent: 'ZM104' },
    { code: lunga, level: 2, name: 'Lunga', parent: 'ZM104' },
    { code: 'ZM105', level: 1, name: 'Lusaka', parent: 'ZM' },
  ] as const
).map((area) => eventOnDay(AreaPublished, '2026-01-05', { ...area, validFrom: '2023-06-29' }));

type Published = DataOf<typeof ProgrammePublished>;

export function programme(
  code: string,
  about: Pick<Published, 'unit' | 'sdgComponents'> & Partial<Published>,
): EventOnDay {
  return eventOnDay(ProgrammePublished, '2026-01-05', {
    programmeId: idOf(code),
    code,
    version: 1,
    title: { en: code, pt: code, fr: code },
    contributory: false,
    currency: 'ZMW',
    frequency: 'every_two_months',
    validFrom: '2026-01-01',
    ...about,
  });
}

/** Returns a person called `name`, an adult woman unless given otherwise. */
export function person(name: string, about: Partial<MemberFacts> = {}): MemberFacts {
  return memberFacts({ personId: idOf(name), bornOn: '1985-01-01', ...about });
}

/** A household and its people, with what other events about it say of it. */
export class SampleHousehold {
  readonly householdId: string;

  constructor(
    readonly name: string,
    readonly areaCode: string,
    readonly members: MemberFacts[],
  ) {
    this.householdId = idOf(name);
  }

  get about() {
    return { householdId: this.householdId, number: `${this.areaCode}-${this.name}`, areaCode: this.areaCode };
  }

  /** It consents to every purpose, unless given which. */
  registered(on = '2026-01-10', consentedPurposes?: ConsentPurpose[]): EventOnDay {
    const facts = householdFacts({ members: this.members, ...(consentedPurposes && { consentedPurposes }) });
    return eventOnDay(HouseholdRegistered, on, { ...this.about, source: 'window', facts });
  }

  /** In a programme: everybody of the household, or the ones who are named. */
  enrolment(code: string, people: readonly string[] = this.members.map(({ personId }) => personId)): Enrolment {
    return new Enrolment(this, code, people);
  }

  contributed(name: string, code: string, period: `${number}-${number}`, on: `${number}-${number}-${number}`) {
    return eventOnDay(ContributionReceived, on, {
      contributionId: idOf(`${name} ${period}`),
      personId: idOf(name),
      householdId: this.householdId,
      areaCode: this.areaCode,
      programme: code,
      branch: 'old_age' as const,
      period,
      amountMinor: 5_000,
      currency: 'ZMW',
      channel: 'window' as const,
      receipt: `${name} ${period}`,
      on,
    });
  }
}

type Day = `${number}-${number}-${number}`;
type Entitlement = NonNullable<DataOf<typeof EnrolmentStarted>['entitlement']>;

export class Enrolment {
  readonly enrolmentId: string;

  constructor(
    private readonly household: SampleHousehold,
    readonly code: string,
    private readonly people: readonly string[],
  ) {
    this.enrolmentId = idOf(`${code} ${people.join()}`);
  }

  get about() {
    return {
      enrolmentId: this.enrolmentId,
      programmeId: idOf(this.code),
      programme: this.code,
      householdId: this.household.householdId,
      areaCode: this.household.areaCode,
    };
  }

  /** `entitlement` null for a membership that pays nothing out. */
  started(from: Day, entitlement: Partial<Entitlement> | null = {}): EventOnDay {
    return eventOnDay(EnrolmentStarted, from, this.live(from, this.people, entitlement));
  }

  changed(from: Day, version: number, people: readonly string[]): EventOnDay {
    return eventOnDay(EnrolmentChanged, from, this.live(from, people, {}), version);
  }

  paid(period: `${number}-${number}`, on: Day, about: { version?: number } = {}): EventOnDay {
    return eventOnDay(
      PaymentPaid,
      on,
      { ...this.payment(period), paidMinor: 40_000, occurredAt: `${on}T09:00:00Z` },
      about.version,
    );
  }

  /** What all events about the payment for a period have in common. */
  payment(period: `${number}-${number}`) {
    return {
      paymentId: idOf(`${this.enrolmentId} ${period}`),
      cycleId: idOf(`${this.code} ${period}`),
      ...this.about,
      period,
      amountMinor: 40_000,
      currency: 'ZMW',
      provider: 'sandbox',
      instructionId: idOf(`instruction ${this.enrolmentId} ${period}`),
    };
  }

  private live(from: Day, people: readonly string[], entitlement: Partial<Entitlement> | null) {
    return {
      ...this.about,
      reason: 'approved' as const,
      applicationId: idOf(`application ${this.enrolmentId}`),
      programmeVersion: 1,
      coveredPersonIds: [...people],
      from,
      ...(entitlement && {
        entitlement: { amountMinor: 40_000, currency: 'ZMW', frequency: 'every_two_months' as const, ...entitlement },
      }),
    };
  }
}
