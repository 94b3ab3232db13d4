import { randomUUID } from 'node:crypto';

import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentStarted,
  EnrolmentSuspended,
  HouseholdClosed,
  PayeeChangeRefused,
  PayeeChangeRequested,
  PayeeDesignated,
  PayeeVacated,
  PersonDied,
  type PlainDate,
} from '@janela/contracts';
import { recordOf } from '@janela/messaging';

import { enrolment, householdRecord } from './fixtures.ts';

/** Something that other services may tell of a household while its payment is on its way. */
export type HouseholdEvent =
  | { what: 'start' | 'suspend' | 'resume' | 'end' | 'close'; day: PlainDate }
  | { what: 'consent'; yes: boolean }
  | { what: 'request' | 'refuse' | 'vacate' }
  | { what: 'designate'; who: number; renamed?: boolean }
  | { what: 'move'; away: boolean }
  | { what: 'die' | 'revive'; who: number };

/** Each speaks of one aggregate, and is heard in order; of the others, in any. */
export function topicOf(telling: HouseholdEvent): string {
  if (['start', 'suspend', 'resume', 'end', 'move'].includes(telling.what)) return 'enrolment';
  if (telling.what === 'die' || telling.what === 'revive') return `person ${telling.who}`;
  return telling.what === 'consent' || telling.what === 'close' ? 'household' : 'payee';
}

/** A household of three, of whom one collects and the next one is the deputy; it knows what must become of its payment. */
export class PublishedHousehold {
  readonly enrolment;
  private readonly people = [randomUUID(), randomUUID(), randomUUID()];
  private readonly versions = new Map<string, number>();
  private spells: { from: PlainDate; to: PlainDate | null }[] = [];
  private state: 'suspended' | 'ended' | 'active' = 'active';
  private consents = false;
  private closedOn: PlainDate | null = null;
  private waits = false;
  private designated: number | null = null;
  private name = '';
  private readonly dead = new Set<number>();
  private readonly elsewhere = randomUUID();
  private away = false;

  constructor(from: PlainDate) {
    this.enrolment = enrolment({ householdId: randomUUID(), coveredPersonIds: this.people, from });
  }

  /** Takes a telling to heart, and gives it as it comes over the broker. */
  tell(telling: HouseholdEvent, onDay: PlainDate) {
    const aggregateVersion = this.nextVersion(topicOf(telling));
    this.believe(telling);
    const { householdId } = this.enrolment;
    const options = { aggregateVersion };
    const { areaCode } = this.enrolment;
    const told = { ...this.enrolment, ...(this.away && { householdId: this.elsewhere }) };
    switch (telling.what) {
      case 'start':
        return recordOf(EnrolmentStarted, { ...told, from: telling.day }, options);
      case 'move':
        return recordOf(EnrolmentChanged, { ...told, reason: 'moved' }, options);
      case 'suspend':
        return recordOf(EnrolmentSuspended, { ...told, reason: 'case_open', from: telling.day }, options);
      case 'resume':
        return recordOf(EnrolmentResumed, { ...told, reason: 'case_resolved', from: telling.day }, options);
      case 'end':
        return recordOf(EnrolmentEnded, { ...told, reason: 'own_request', from: telling.day }, options);
      case 'close': {
        const closing = { householdId, number: 'ZM-1', areaCode, on: telling.day, reason: 'dissolved' as const };
        return recordOf(HouseholdClosed, closing, options);
      }
      case 'consent':
        return householdRecord(householdId, telling.yes ? ['payment'] : ['eligibility'], aggregateVersion);
      case 'request':
        return recordOf(PayeeChangeRequested, { householdId }, options);
      case 'refuse':
        return recordOf(PayeeChangeRefused, { householdId }, options);
      case 'vacate':
        return recordOf(PayeeVacated, { householdId, personId: this.id(0), reason: 'left' }, options);
      case 'designate':
        return recordOf(PayeeDesignated, this.designation(telling.who, nameOf(telling)), options);
      case 'die':
      case 'revive': {
        const certainty = telling.what === 'die' ? ('reported' as const) : ('withdrawn' as const);
        const death = {
          personId: this.id(telling.who),
          householdId,
          on: onDay,
          source: 'community' as const,
          certainty,
        };
        return recordOf(PersonDied, death, options);
      }
    }
  }

  /** Whoever is to be paid now, by name and account; undefined when nobody is. */
  payee(): string | undefined {
    if (this.designated === null) return undefined;
    if (!this.dead.has(this.designated)) return `${this.name} at ${this.designated}`;
    const deputy = (this.designated + 1) % 3;
    return this.dead.has(deputy) ? undefined : `${deputy} at nowhere`;
  }

  /** Why what was frozen for somebody may not be sent, if it may not. */
  reason(frozenFor: string | undefined, cutoff: PlainDate, lastDay: PlainDate): string | null {
    const isLive = this.spells.some(({ from, to }) => from <= lastDay && (to === null || to > cutoff));
    const isOver = this.closedOn !== null && this.closedOn <= cutoff;
    // Live again only after the period is over: it is for another time.
    if (!isLive && this.state === 'active') return 'enrolment_changed';
    if (!isLive) return this.state === 'suspended' ? 'enrolment_suspended' : 'enrolment_ended';
    if (isOver || this.dead.size === 3) return 'enrolment_ended';
    if (frozenFor === undefined || !this.payee() || this.dead.has(Number(frozenFor[0]))) return 'no_payee';
    if (!this.consents) return 'no_consent';
    if (this.waits) return 'payee_unconfirmed';
    if (this.payee() !== frozenFor || this.away) return 'payee_changed';
    return frozenFor.endsWith('nowhere') ? 'no_account' : null;
  }

  private believe(telling: HouseholdEvent): void {
    if (telling.what === 'consent') [this.consents, this.closedOn] = [telling.yes, null];
    if (telling.what === 'close') this.closedOn = telling.day;
    if (telling.what === 'request') this.waits = true;
    if (telling.what === 'refuse') this.waits = false;
    if (telling.what === 'vacate') this.designated = null;
    if (telling.what === 'designate') [this.designated, this.name, this.waits] = [telling.who, nameOf(telling), false];
    if (telling.what === 'move') this.away = telling.away;
    if (telling.what === 'die') this.dead.add(telling.who);
    if (telling.what === 'revive') this.dead.delete(telling.who);
    if (!('day' in telling) || telling.what === 'close') return;
    const { day } = telling;
    this.spells = this.spells.filter(({ from }) => from < day);
    for (const spell of this.spells) if (spell.to === null || spell.to > day) spell.to = day;
    const states = { start: 'active', resume: 'active', suspend: 'suspended', end: 'ended' } as const;
    this.state = states[telling.what];
    if (this.state === 'active') this.spells.push({ from: day, to: null });
  }

  private designation(who: number, name: string) {
    const deputy = (who + 1) % 3;
    return {
      householdId: this.enrolment.householdId,
      personId: this.id(who),
      name,
      deputy: { personId: this.id(deputy), name: String(deputy) },
      channel: 'mobile_money' as const,
      provider: 'sandbox',
      account: `+26097000000${who}`,
    };
  }

  private id(who: number): string {
    return this.people[who] ?? '';
  }

  private nextVersion(topic: string): number {
    const version = (this.versions.get(topic) ?? 0) + 1;
    this.versions.set(topic, version);
    return version;
  }
}

const nameOf = ({ who, renamed = false }: { who: number; renamed?: boolean }) => `${who}${renamed ? ' Z' : ''}`;
