import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConsentPurpose, HouseholdClosed } from '@janela/contracts';
import { ok } from '@janela/testing';

import { outcome } from './eligibility.harness.ts';
import { Office } from './support/office.ts';
import { closed, type PublishedHousehold, registered } from './support/published-households.ts';
import { oldMan, widow } from './support/situations.ts';

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.eligibility.stop());

describe('an enrolment that was suspended by itself', () => {
  it('does not go on by itself while the household does not allow it', async () => {
    const home = await registered(office.eligibility, oldMan);
    const id = await office.transferOf(home);
    await office.death(home, 'reported', 1);
    await office.update(home, { consentedPurposes: ['payment'] }, 2);
    await office.death(home, 'withdrawn', 2);
    expect(await office.read(id)).toMatchObject({ state: 'suspended', reason: 'no_consent' });
    await office.update(home, {}, 3);
    expect(await office.read(id)).toMatchObject({ state: 'active', reason: 'household_changed' });
  });
});

describe('an enrolment is not resumed by a person', () => {
  const withConsent = (consentedPurposes: ConsentPurpose[]) => ({ consentedPurposes });
  const withoutHead = ({ facts }: PublishedHousehold) => ({
    members: facts.members.slice(1),
    size: facts.members.length - 1,
  });
  const paused = async (home: PublishedHousehold) => {
    const id = await office.pensionOf(home);
    ok(await office.act('suspend', id, { reason: 'case_open' }));
    return id;
  };
  const resume = async (id: string) => outcome(await office.act('resume', id, { reason: 'officer_decision' }));

  it('while the one whom it is for is a member of no household', async () => {
    const home = await registered(office.eligibility, widow);
    const id = await paused(home);
    await office.update(home, withoutHead(home), 2);
    expect(await resume(id)).toEqual([409, 'eligibility.subject_not_found']);
    await office.update(home, {}, 3);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('while they are said to have died', async () => {
    const home = await registered(office.eligibility, widow);
    const id = await paused(home);
    await office.death(home, 'reported', 1);
    expect(await resume(id)).toEqual([409, 'eligibility.subject_not_found']);
    await office.death(home, 'withdrawn', 2);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('while everybody in the household is said to have died', async () => {
    const home = await registered(office.eligibility, oldMan);
    const id = await office.transferOf(home);
    await office.death(home, 'reported', 1);
    expect(await resume(id)).toEqual([409, 'eligibility.household_closed']);
  });

  it('while the household does not allow it', async () => {
    const home = await registered(office.eligibility, widow);
    const id = await paused(home);
    await office.update(home, withConsent(['payment', 'statistics']), 2);
    expect(await resume(id)).toEqual([409, 'eligibility.no_consent']);
    await office.update(home, withConsent(['eligibility']), 3);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('once the household is closed', async () => {
    const home = await registered(office.eligibility, oldMan);
    const id = await paused(home);
    await office.eligibility.publish(HouseholdClosed, closed(home, '2026-11-20'), { aggregateVersion: 2 });
    expect(await resume(id)).toEqual([409, 'eligibility.enrolment_state']);
  });
});
