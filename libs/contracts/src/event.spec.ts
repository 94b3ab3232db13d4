import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { defineEvent } from './event.ts';

const data = z.object({ householdId: z.uuid(), provider: z.string() });
const key = (from: { householdId: string }) => from.householdId;
const householdId = '0199d3a0-1111-7000-8000-000000000001';

describe('defining an event', () => {
  const registered = defineEvent('registry.household.registered.v1', { summary: 'It happened.', key, data });

  it('reads service, aggregate, version and topic from the name', () => {
    expect(registered).toMatchObject({
      type: 'registry.household.registered.v1',
      service: 'registry',
      aggregate: 'household',
      version: 1,
      topic: 'registry.household',
      kind: 'facts',
      keyField: 'householdId',
    });
  });

  it('orders by the aggregate that the data names', () => {
    expect(registered.keyOf({ householdId, provider: 'sandbox' })).toBe(householdId);
  });

  it('travels on its topic and no other', () => {
    expect(registered.topicOf({ householdId, provider: 'sandbox' })).toBe('registry.household');
    expect(registered.mayArriveOn('registry.household')).toBe(true);
    for (const other of ['registry.household.sandbox', 'registry.person', ''])
      expect(registered.mayArriveOn(other)).toBe(false);
  });

  it('is personal only on the two topics that may be', () => {
    const kindOf = (type: 'registry.payee.named.v1') => defineEvent(type, { summary: '', key, data }).kind;
    expect(kindOf('registry.payee.named.v1')).toBe('personal');
    expect(kindOf('payments.instruction.issued.v1' as 'registry.payee.named.v1')).toBe('personal');
    expect(kindOf('registry.person.named.v1' as 'registry.payee.named.v1')).toBe('facts');
  });

  it.each([
    'registry.household.registered',
    'registry.household.registered.v0',
    'registry.household.registered.v01',
    'household.registered.v1',
    'Registry.household.registered.v1',
    'registry.case_file.registered.v1',
    'registry.household.registered.now.v1',
    'registry..registered.v1',
  ])('refuses the name %s', (type) => {
    expect(() => defineEvent(type as 'a.b.c.v1', { summary: '', key, data })).toThrow(
      'is named <service>.<aggregate>.<past>.v<n>',
    );
  });

  it('refuses a key that is no field of the data', () => {
    const other = z.object({ personId: z.uuid() });
    const wrong = (from: object) => (from as { householdId: string }).householdId;
    expect(() => defineEvent('a.b.c.v1', { summary: '', key: wrong, data: other })).toThrow('the key of a.b.c.v1');
  });
});

describe('an event with a topic for each reader', () => {
  const issued = defineEvent('payments.instruction.issued.v1', {
    summary: '',
    key,
    data,
    branch: ({ provider }) => provider,
  });

  it('goes to the topic that the data name', () => {
    expect(issued.topicOf({ householdId, provider: 'sandbox' })).toBe('payments.instruction.sandbox');
    expect(issued.branched).toBe(true);
  });

  it('is published by the service that it is named after, unless it says who publishes each branch', () => {
    expect(issued.writerOn('payments.instruction.sandbox')).toBe('payments');
    const answered = defineEvent('payments.outcome.reported.v1', {
      summary: '',
      key,
      data,
      branch: ({ provider }) => provider,
      writer: (provider) => `provider-${provider}`,
    });
    expect(answered.writerOn('payments.outcome.sandbox')).toBe('provider-sandbox');
    expect(answered.branchOf('payments.outcome.sandbox')).toBe('sandbox');
    for (const none of ['payments.outcome', 'payments.outcome.', 'payments.outcome.a.b', 'payments.outcome.A'])
      expect([none, answered.branchOf(none)]).toEqual([none, undefined]);
  });

  it('may arrive on any branch, and not on the stem', () => {
    expect(issued.mayArriveOn('payments.instruction.sandbox')).toBe(true);
    for (const other of [
      'payments.instruction',
      'payments.instruction.',
      'payments.instruction.a.b',
      'payments.instructions.sandbox',
    ])
      expect(issued.mayArriveOn(other)).toBe(false);
  });

  it.each(['', 'a.b', '../x', 'Sandbox', '-a'])('takes the branch %p for a bug', (provider) => {
    expect(() => issued.topicOf({ householdId, provider })).toThrow('goes to a topic that can be named after');
  });
});
