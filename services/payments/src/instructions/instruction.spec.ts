import { randomUUID } from 'node:crypto';

import { InstructionIssued } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';

import { endToEndIdOf, instructionIdOf } from '../payments/end-to-end-id.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { instructionData } from './instruction.ts';

const instructionId = randomUUID();
const payment: LockedPayment = {
  id: randomUUID(),
  version: 2,
  state: 'instructed',
  reasonCode: null,
  heldByRule: false,
  cycleId: randomUUID(),
  cycleState: 'approved',
  programmeId: randomUUID(),
  programme: 'SCT',
  enrolmentId: randomUUID(),
  householdId: randomUUID(),
  personId: null,
  areaCode: 'ZM104011',
  period: '2026-11',
  programmeVersion: 1,
  amountMinor: 40_000n,
  currency: 'ZMW',
  payeeId: randomUUID(),
  provider: 'sandbox',
  channel: 'mobile_money',
  instructionId,
  batchId: randomUUID(),
  paidMinor: null,
  occurredAt: null,
  refundedAt: null,
  settlementId: null,
  instructedAt: null,
};
const asked = { requestedOn: '2026-11-20', title: 'Social Cash Transfer' } as const;

describe('an instruction', () => {
  it('has a reference that banks take, and that leads back to it', () => {
    const reference = endToEndIdOf(instructionId);
    expect(reference).toMatch(/^[0-9a-f]{32}$/);
    expect([instructionIdOf(reference), instructionIdOf(reference.toUpperCase())]).toEqual([
      instructionId,
      instructionId,
    ]);
    expect(['', 'SBX-1', reference.slice(1), `${reference}0`].map(instructionIdOf)).toEqual(Array(4).fill(undefined));
  });

  it('says what it is for in as many characters as it may, and cuts none in two', () => {
    for (const before of ['', 'x']) {
      const title = `${before}${'\u{1F600}'.repeat(250)}`;
      const { purpose } = instructionData(payment, { name: 'Chanda Mwape' }, { ...asked, title });
      expect([purpose.length <= 140, purpose.isWellFormed(), purpose.endsWith(' 2026-11')]).toEqual([true, true, true]);
    }
  });

  it('says who is paid what by which way, and keeps to its contract', () => {
    const data = instructionData(
      payment,
      { name: 'Chanda Mwape', deputyName: 'Mutale Mwape', account: '+260971234567' },
      asked,
    );
    expect(InstructionIssued.data.parse(data)).toEqual(data);
    expect(data).toMatchObject({
      amountMinor: 40_000,
      purpose: 'Social Cash Transfer 2026-11',
      requestedOn: '2026-11-20',
      payee: { name: 'Chanda Mwape', deputyName: 'Mutale Mwape', channel: 'mobile_money', account: '+260971234567' },
    });
  });

  it('has a purpose that fits, however long the programme is called', () => {
    const data = instructionData(payment, { name: 'Chanda Mwape' }, { ...asked, title: 'x'.repeat(500) });
    expect([data.purpose.length, data.purpose.endsWith(' 2026-11')]).toEqual([140, true]);
  });

  it('is never made of a payment that no provider could pay out', () => {
    expect(() => instructionData({ ...payment, provider: null }, { name: 'Chanda Mwape' }, asked)).toThrow(
      'a provider',
    );
  });
});
