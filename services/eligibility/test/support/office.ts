import {
  type Application,
  type Enrolment,
  type HouseholdFacts,
  HouseholdUpdated,
  type MemberFacts,
  PersonDied,
} from '@janela/contracts';
import { type Answer, type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadZambia, startEligibility } from '../eligibility.harness.ts';
import { died, type PublishedHousehold } from './published-households.ts';

/** Returns who a household is headed by. */
export function headOf({ facts }: PublishedHousehold): MemberFacts {
  const [head] = facts.members;
  if (!head) throw new Error('the household has a head');
  return head;
}

/** A district's office with the programmes of Zambia, and what the register publishes about its households. */
export class Office {
  constructor(
    readonly eligibility: Harness<'eligibility'>,
    readonly caseworker: Caller<'eligibility'>,
    readonly supervisor: Caller<'eligibility'>,
  ) {}

  static async open(): Promise<Office> {
    const eligibility = await startEligibility();
    await loadZambia(eligibility);
    return new Office(eligibility, await eligibility.as('caseworker'), await eligibility.as('supervisor'));
  }

  async read(id: string): Promise<Enrolment> {
    return ok(await this.supervisor.get(`/v1/enrolments/${id}`));
  }

  /** Approves, and gives the enrolment's id. */
  async approve(application: Application, more: object = {}): Promise<string> {
    const path = `/v1/applications/${application.id}/decision` as const;
    const body = { outcome: 'approved', ...more };
    const { enrolmentId } = ok(await this.supervisor.untyped.post<Application>(path, body, ifMatch(application)));
    return enrolmentId ?? '';
  }

  /** Enrols the head of a household in the social pension. */
  async pensionOf(home: PublishedHousehold): Promise<string> {
    const body = { personId: headOf(home).personId, programme: 'SP65' };
    return this.approve(await applied(this.caseworker, body));
  }

  /** Enrols a household in the cash transfer. */
  async transferOf({ householdId }: PublishedHousehold): Promise<string> {
    return this.approve(await applied(this.caseworker, { householdId, programme: 'SCT' }));
  }

  async act(what: 'suspend' | 'resume', id: string, body: object): Promise<Answer<Enrolment>> {
    return this.supervisor.untyped.post<Enrolment>(`/v1/enrolments/${id}/${what}`, body, ifMatch(await this.read(id)));
  }

  /** Publishes a death of the head. */
  death(home: PublishedHousehold, certainty: 'reported' | 'withdrawn', aggregateVersion: number): Promise<void> {
    const death = died(home, headOf(home), certainty, '2026-11-10');
    return this.eligibility.publish(PersonDied, death, { aggregateVersion });
  }

  /** Publishes what is different about a household. */
  update(home: PublishedHousehold, facts: Partial<HouseholdFacts>, aggregateVersion: number): Promise<void> {
    const { householdId, number, areaCode } = home;
    const all = { ...home.facts, ...facts };
    const about = { householdId, number, areaCode, facts: all };
    return this.eligibility.publish(
      HouseholdUpdated,
      { ...about, changed: ['members'], reason: 'correction' },
      { aggregateVersion },
    );
  }
}
