import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';

import { DecideApplication, SubmitApplication } from './eligibility/application.api.ts';
import { DecideAppeal, FileAppeal } from './grievances/appeal.api.ts';
import { ActOnCase, FileCase } from './grievances/case.api.ts';
import { OpenCycle } from './payments/cycle.api.ts';
import { ReportOutcome } from './payments/payment.api.ts';
import { ChangeHousehold } from './registry/change-household.api.ts';
import { DesignatePayee } from './registry/payee.api.ts';

const [one, other] = ['0199d3a0-1111-7000-8000-000000000001', '0199d3a0-1111-7000-8000-000000000002'];
const refusals = (schema: z.ZodType, body: unknown) =>
  (schema.safeParse(body).error?.issues ?? []).map(
    (issue) => `/${issue.path.join('/')} ${issue.code === 'custom' ? String(issue.params?.['code']) : issue.code}`,
  );

describe('applying and deciding', () => {
  it('is for a household or for a person', () => {
    expect(refusals(SubmitApplication, { householdId: one, programme: 'SCT' })).toEqual([]);
    expect(refusals(SubmitApplication, { personId: one, programme: 'SOCIAL-PENSION' })).toEqual([]);
    expect(refusals(SubmitApplication, { programme: 'SCT' })).toEqual(['/ subject_not_clear']);
    expect(refusals(SubmitApplication, { householdId: one, personId: other, programme: 'SCT' })).toEqual([
      '/ subject_not_clear',
    ]);
    expect(refusals(SubmitApplication, { householdId: 'one', programme: 'sct' })).toEqual([
      '/householdId invalid_format',
      '/programme invalid_format',
    ]);
  });

  it('approves or refuses, and nothing between', () => {
    expect(refusals(DecideApplication, { outcome: 'refused', reason: 'The household has moved.' })).toEqual([]);
    expect(refusals(DecideApplication, { outcome: 'maybe' })).toEqual(['/outcome invalid_value']);
    expect(refusals(DecideApplication, { outcome: 'approved', decidedBy: one })).toEqual(['/ unrecognized_keys']);
  });
});

describe('paying', () => {
  it('opens a cycle for a month by which a period is named', () => {
    expect(refusals(OpenCycle, { programme: 'SCT', period: '2026-11' })).toEqual([]);
    expect(refusals(OpenCycle, { programme: 'SCT', period: '2026-13' })).toEqual(['/period invalid_format']);
  });

  it('takes from a provider what became of an instruction', () => {
    const outcome = {
      instructionId: one,
      status: 'paid',
      providerReference: 'MM-1',
      occurredAt: '2026-11-04T10:00:00Z',
    };
    expect(refusals(ReportOutcome, outcome)).toEqual([]);
    expect(refusals(ReportOutcome, { ...outcome, occurredAt: '2026-11-04T12:00:00+02:00' })).toEqual([]);
    expect(refusals(ReportOutcome, { ...outcome, amount: { amountMinor: 40_000, currency: 'ZMW' } })).toEqual([]);
    expect(refusals(ReportOutcome, { ...outcome, amount: { amountMinor: 400.5, currency: 'ZMW' } })).toEqual([
      '/amount/amountMinor invalid_type',
    ]);
    expect(refusals(ReportOutcome, { ...outcome, status: 'settled' })).toEqual(['/status invalid_value']);
  });

  it('pays a payee and a deputy who are two people', () => {
    expect(refusals(DesignatePayee, { personId: one, deputyPersonId: other, channel: 'cash' })).toEqual([]);
    expect(refusals(DesignatePayee, { personId: one, deputyPersonId: one, channel: 'cash' })).toEqual([
      '/deputyPersonId payee_is_deputy',
    ]);
    expect(refusals(DesignatePayee, { personId: one, channel: 'bank_transfer' })).toEqual(['/account required']);
  });
});

describe('complaining', () => {
  const complaint = { category: 'payment', description: 'It never came.', channel: 'window' };

  it('takes a complaint about anything or nothing in particular', () => {
    expect(refusals(FileCase, complaint)).toEqual([]);
    expect(refusals(FileCase, { ...complaint, paymentId: one, anonymous: true })).toEqual([]);
  });

  it('takes ten thousand characters and not one more', () => {
    expect(refusals(FileCase, { ...complaint, description: 'x'.repeat(10_000) })).toEqual([]);
    expect(refusals(FileCase, { ...complaint, description: 'x'.repeat(10_001) })).toEqual(['/description too_big']);
    expect(refusals(FileCase, { ...complaint, description: ' ' })).toEqual(['/description too_small']);
  });

  it('asks of an action what belongs to it', () => {
    expect(refusals(ActOnCase, { action: 'assign' })).toEqual([]);
    expect(refusals(ActOnCase, { action: 'resolve', resolution: 'upheld', answer: 'It was paid today.' })).toEqual([]);
    expect(refusals(ActOnCase, { action: 'resolve', resolution: 'upheld' })).toEqual(['/answer invalid_type']);
    expect(refusals(ActOnCase, { action: 'note', note: 'Rang.', resolution: 'upheld' })).toEqual([
      '/ unrecognized_keys',
    ]);
    expect(refusals(ActOnCase, { action: 'forget' })).toEqual(['/action invalid_union']);
  });

  it('appeals against a decision or a payment, with grounds, and is answered with reasons', () => {
    expect(refusals(FileAppeal, { caseId: one, applicationId: other, grounds: 'I live alone.' })).toEqual([]);
    expect(refusals(FileAppeal, { caseId: one, grounds: 'I live alone.' })).toEqual(['/ subject_not_clear']);
    expect(refusals(DecideAppeal, { outcome: 'upheld' })).toEqual(['/reason invalid_type']);
  });
});

describe('changing a household', () => {
  it('distinguishes what stays from what is not known any more', () => {
    const change = { reason: 'correction', dwelling: null, members: [{ personId: one, phone: null, work: 'student' }] };
    expect(ChangeHousehold.parse(change)).toEqual(change);
  });

  it('needs a reason, and cannot make a name unknown', () => {
    expect(refusals(ChangeHousehold, { dwelling: null })).toEqual(['/reason invalid_value']);
    expect(refusals(ChangeHousehold, { reason: 'correction', members: [{ personId: one, familyName: null }] })).toEqual(
      ['/members/0/familyName invalid_type'],
    );
  });
});
