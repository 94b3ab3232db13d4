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

/** What other services may publish of a household while its payment is on its way. */
export type HouseholdEvent =
  | { what: 'start' | 'suspend' | 'resume' | 'end' | 'close'; day: PlainDate }
  | { what: 'consent'; yes: boolean }
  | { what: 'request' | 'refuse' | 'vacate' }
  | { what: 'designate'; who: number; renamed?: boolean }
  | { what: 'move'; away: boolean }
  | { what: 'die' | 'revive'; who: number };

/** Returns the aggregate of an event: those of one aggregate come in order, of several in any. */
export function topicOf(event: HouseholdEvent): string {
  if (['start', 'suspend', 'resume', 'end', 'move'].includes(event.what)) return 'enrolment';
  if (event.what === 'die' || event.what === 'revive') return `person ${event.who}`;
  return event.what === 'consent' || event.what === 'close' ? 'household' : 'payee';
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

  /** Applies an event, and returns it as it comes over the broker. */
  record(event: HouseholdEvent, onDay: PlainDate) {
    const aggregateVersion = this.nextVersion(topicOf(event));
    this.apply(event);
    const { householdId } = this.enrolment;
    const options = { aggregateVersion };
    const { areaCode } = this.enrolment;
    const enrolled = { ...this.enrolment, ...(this.away && { householdId: this.elsewhere }) };
    switch (event.what) {
      case 'start':
        return recordOf(EnrolmentStarted, { ...enrolled, from: event.day }, options);
      case 'move':
        return recordOf(EnrolmentChanged, { ...enrolled, reason: 'moved' }, options);
      case 'suspend':
        return recordOf(EnrolmentSuspended, { ...enrolled, reason: 'case_open', from: event.day }, options);
      case 'resume':
        return recordOf(EnrolmentResumed, { ...enrolled, reason: 'case_resolved', from: event.day }, options);
      case 'end':
        return recordOf(EnrolmentEnded, { ...enrolled, reason: 'own_request', from: event.day }, options);
      case 'close': {
        const closing = { householdId, number: 'ZM-1', areaCode, on: event.day, reason: 'dissolved' as const };
        return recordOf(HouseholdClosed, closing, options);
      }
      case 'consent':
        return householdRecord(householdId, event.yes ? ['payment'] : ['eligibility'], aggregateVersion);
      case 'request':
        return recordOf(PayeeChangeRequested, { householdId }, options);
      case 'refuse':
        return recordOf(PayeeChangeRefused, { householdId }, options);
      case 'vacate':
        return recordOf(PayeeVacated, { householdId, personId: this.id(0), reason: 'left' }, options);
      case 'designate':
        return recordOf(PayeeDesignated, this.designation(event.who, nameOf(event)), options);
      case 'die':
      case 'revive': {
        const certainty = event.what === 'die' ? ('reported' as const) : ('withdrawn' as const);
        const death = { personId: this.id(event.who), householdId, on: onDay, source: 'community' as const, certainty };
        return recordOf(PersonDied, death, options);
      }
    }
  }

  /** Returns who is to be paid now, by name and account; undefined when no one is. */
  payee(): string | undefined {
    if (this.designated === null) return undefined;
    if (!this.dead.has(this.designated)) return `${this.name} at ${this.designated}`;
    const deputy = (this.designated + 1) % 3;
    return this.dead.has(deputy) ? undefined : `${deputy} at nowhere`;
  }

  /** Returns why what was frozen for a payee may not be sent, if it may not. */
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

  private apply(event: HouseholdEvent): void {
    if (event.what === 'consent') [this.consents, this.closedOn] = [event.yes, null];
    if (event.what === 'close') this.closedOn = event.day;
    if (event.what === 'request') this.waits = true;
    if (event.what === 'refuse') this.waits = false;
    if (event.what === 'vacate') this.designated = null;
    if (event.what === 'designate') [this.designated, this.name, this.waits] = [event.who, nameOf(event), false];
    if (event.what === 'move') this.away = event.away;
    if (event.what === 'die') this.dead.add(event.who);
    if (event.what === 'revive') this.dead.delete(event.who);
    if (!('day' in event) || event.what === 'close') return;
    const { day } = event;
    this.spells = this.spells.filter(({ from }) => from < day);
    for (const spell of this.spells) if (spell.to === null || spell.to > day) spell.to = day;
    const states = { start: 'active', resume: 'active', suspend: 'suspended', end: 'ended' } as const;
    this.state = states[event.what];
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
