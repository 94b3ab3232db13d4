import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cycle, Payment, ReportOutcome } from '@janela/contracts';
import { type Answer, type Caller, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { amountMinor, funds, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
/** One person with the roles of both. */
let both: Caller<'payments'>;
/** Another one with the roles of both, so that only who proposed decides. */
let another: Caller<'payments'>;
let cycle: Cycle;
let list: Payment[];

beforeAll(async () => {
  payments = await startPayments();
  both = await payments.as({ roles: ['payments-officer', 'payments-approver'], id: 'one-for-all' });
  another = await payments.as({ roles: ['payments-officer', 'payments-approver'], id: 'another-for-all' });
  await payments.enrol(4);
});
afterAll(() => payments.stop());

type Proposal = { id: string; version: number };
type Decided = Answer<{ code?: string; state: string }>;

/** An act that takes two: how one proposes it, how another confirms it, and with what one alone is refused. */
interface Act {
  propose: (by: Caller<'payments'>) => Promise<Proposal>;
  confirm: (by: Caller<'payments'>, proposal: Proposal) => Promise<Decided>;
  refusal: string;
}

const evidence = { evidence: 'statement', documentReference: 'ST-1', reason: 'It is on their statement.' } as const;
const proposer = 'payments.proposer_cannot_confirm';
const post = (by: Caller<'payments'>, path: string, proposal: Proposal, body?: object): Promise<Decided> =>
  by.untyped.post(path, body, ifMatch(proposal));
const report = ({ instructionId = '' }: Payment, status: ReportOutcome['status']) =>
  payments.provider.post('/v1/outcomes', {
    instructionId,
    status,
    providerReference: randomUUID(),
    occurredAt: new Date().toISOString(),
  });
const read = async ({ id }: Payment) => ok(await payments.officer.get(`/v1/payments/${id}`));
const confirmSettlement: Act['confirm'] = (by, proposal) =>
  post(by, `/v1/settlements/${proposal.id}/confirm`, proposal);

/** In the order in which they can be done. */
const acts: Record<string, Act> = {
  'Giving a programme funds': {
    propose: async (by) => ok(await by.post('/v1/funds', funds(10 * amountMinor, randomUUID()), idempotencyKey())),
    confirm: (by, proposal) => post(by, `/v1/funds/${proposal.id}/approve`, proposal),
    refusal: proposer,
  },
  'Paying a cycle': {
    propose: async (by) => {
      const known = ok(await payments.officer.get('/v1/cycles')).items[0];
      if (known?.state === 'submitted')
        ok(await payments.approver.post(`/v1/cycles/${known.id}/reject`, { reason: 'Again.' }, ifMatch(known)));
      const opened = known
        ? ok(await by.get(`/v1/cycles/${known.id}`))
        : ok(await by.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey()));
      return ok(await by.post(`/v1/cycles/${opened.id}/submit`, undefined, ifMatch(opened)));
    },
    confirm: async (by, proposal) => {
      const answer = await post(by, `/v1/cycles/${proposal.id}/approve`, proposal);
      if (answer.status === 200) cycle = answer.body as unknown as Cycle;
      return answer;
    },
    refusal: 'payments.maker_cannot_approve',
  },
  'Paying again what failed or came back': {
    propose: async (by) => {
      const [lost] = list as [Payment];
      const [asked] = ok(await by.get('/v1/reissues?state=requested')).items;
      if (asked) ok(await post(payments.approver, `/v1/reissues/${asked.id}/refuse`, asked, { reason: 'Again.' }));
      else await report(lost, 'failed');
      const path = `/v1/payments/${lost.id}/reissue` as const;
      return ok(await by.post(path, {}, { ...ifMatch(await read(lost)), ...idempotencyKey() }));
    },
    confirm: (by, proposal) => post(by, `/v1/reissues/${proposal.id}/approve`, proposal, {}),
    refusal: proposer,
  },
  'Settling a difference with a provider': {
    propose: async (by) => {
      const [, paid] = list as [Payment, Payment];
      await refuseWhatWaits();
      await report(paid, 'paid');
      await report(paid, 'failed');
      const found = ok(await by.get('/v1/differences')).items;
      const path = `/v1/differences/${found.find(({ status }) => status === 'failed')?.id}/settle` as const;
      return ok(await by.post(path, { ...evidence, resolution: 'accepted' }));
    },
    confirm: confirmSettlement,
    refusal: proposer,
  },
  'Settling a payment about which its provider is silent': {
    propose: async (by) => {
      const [, , silent] = list as [Payment, Payment, Payment];
      await refuseWhatWaits();
      await report(silent, 'unknown');
      const path = `/v1/payments/${silent.id}/settle` as const;
      return ok(await by.post(path, { ...evidence, outcome: 'paid' }, ifMatch(await read(silent))));
    },
    confirm: confirmSettlement,
    refusal: proposer,
  },
};

async function refuseWhatWaits(): Promise<void> {
  const { items } = ok(await payments.approver.get('/v1/settlements?state=proposed'));
  for (const one of items)
    ok(await post(payments.approver, `/v1/settlements/${one.id}/refuse`, one, { reason: 'Again.' }));
}

/** Acts that are shown elsewhere: what another approved is what is sent, and a changed payee is in holds.api.spec. */
const elsewhere = ['Sending a cycle to the providers', 'Paying a line of an approved list to another payee'];

describe('what takes two people', () => {
  it('is what the table in docs/ names', () => {
    const table = readFileSync(new URL('../../../docs/two-people.md', import.meta.url), 'utf8');
    const named = [...table.matchAll(/^\| ([^|]+?) +\| payments +\|/gm)].map(([, act]) => act);
    expect([...Object.keys(acts), ...elsewhere].toSorted()).toEqual(named.toSorted());
  });

  it.each(Object.entries(acts))('is done by no one person, whatever roles they have: %s', async (name, act) => {
    const alone = await act.propose(both);
    expect(await act.confirm(both, alone)).toMatchObject({ status: 403, body: { code: act.refusal } });
    const proposal = await act.propose(another);
    expect(await act.confirm(another, proposal)).toMatchObject({ status: 403, body: { code: act.refusal } });
    expect((await act.confirm(payments.approver, proposal)).status).toBe(200);
    expect(await ledgerProblems(payments.db)).toEqual([]);
    if (name !== 'Paying a cycle') return;
    // Who may send it sends what another approved.
    ok(await payments.officer.post(`/v1/cycles/${cycle.id}/dispatch`, undefined, ifMatch(cycle)));
    list = await payments.listOf(cycle);
  });
});
