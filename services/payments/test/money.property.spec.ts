import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Cycle,
  type DataOf,
  type Difference,
  type EnrolmentStarted,
  InstructionIssued,
  OutcomeReported,
  type Payment,
  type Period,
  type ReportOutcome,
  type Settlement,
} from '@janela/contracts';
import { previousPeriod } from '@janela/kernel';
import { ifMatch, ok } from '@janela/testing';
import fc from 'fast-check';

import { ledgerProblems } from './books.ts';
import { amountMinor, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
let enrolments: DataOf<typeof EnrolmentStarted>[];
let period: Period = thisPeriod;
const households = 3;

beforeAll(async () => {
  payments = await startPayments();
  enrolments = await payments.enrol(households, { from: '1990-01-01' });
});
afterAll(() => payments.stop());

type Status = ReportOutcome['status'];
type PaymentState = Payment['state'];
/** What happens to an instruction at the provider, one after the other. */
const fates: readonly Status[][] = [['paid'], ['paid'], ['failed'], ['paid', 'returned'], ['returned']];
const actions = {
  hold: 1, //       an officer holds a line,
  release: 3, //    lets it go on, or asks that it go to who is paid now,
  cancel: 1,
  move: 2, //       the household gets another account, or consents or not,
  consent: 2,
  confirm: 3, //    an approver confirms the other payee,
  truth: 3, //      the provider says the next thing that happened, or that it does not know,
  unknown: 6,
  found: 6, //      people find out what became of a silent payment, rightly or wrongly,
  accept: 5, //     or that what the provider said is true,
  again: 4, //      or have it paid again,
  fund: 1,
  close: 1,
} as const;
/** Sent after so many, whatever was done before. */
const beforeSending = 5;
type Action = keyof typeof actions | 'dispatch';
/** The lines about which it can be done, where there are any. */
const fits: Partial<Record<Action, readonly PaymentState[]>> = {
  hold: ['frozen'],
  release: ['held'],
  cancel: ['held'],
  confirm: ['held'],
  found: ['sent', 'unknown'],
  again: ['failed', 'returned'],
};
const step = fc.record({
  action: fc.oneof(
    ...Object.entries(actions).map(([action, weight]) => ({ weight, arbitrary: fc.constant(action as Action) })),
  ),
  which: fc.nat(1_000),
});
/** People find out wrongly that a payment failed, and have it paid again; then the provider says that it paid both. */
const twice: { action: Action; which: number }[] = [
  ...Array.from({ length: beforeSending }, () => ({ action: 'fund' as const, which: 0 })),
  ...(['unknown', 'found', 'again'] as const).map((action) => ({ action, which: 1 })),
];
/** People find out that a payment came back before its provider says that it was paid, and then that it came back. */
const back: { action: Action; which: number }[] = [
  ...Array.from({ length: beforeSending }, () => ({ action: 'fund' as const, which: 0 })),
  ...(['unknown', 'found', 'truth', 'truth', 'accept'] as const).map((action, index) => ({
    action,
    which: index === 1 ? 5 : 0,
  })),
];
const evidence = { evidence: 'statement', documentReference: 'ST-1', reason: 'It is on their statement.' } as const;

/** A provider that says nothing but what is so, though not all of it, and not at once. */
class Provider {
  private readonly instructed = new Map<
    string,
    { fate: readonly Status[]; said: number; since: number; unknowns: number }
  >();
  private readonly versions = new Map<string, number>();

  constructor(private readonly chance: readonly number[]) {}

  /** Receives its instructions. */
  async listen(lines: readonly Payment[]): Promise<void> {
    const mine = new Set(lines.map(({ id }) => id));
    for (const { data } of await payments.published(InstructionIssued)) {
      if (!mine.has(data.paymentId) || this.instructed.has(data.instructionId)) continue;
      const fate = fates[(this.chance[this.instructed.size % this.chance.length] ?? 0) % fates.length] ?? [];
      this.instructed.set(data.instructionId, { fate, said: 0, since: Date.now(), unknowns: 0 });
    }
  }

  /** Reports one thing more about one of them; returns false when all is said. */
  async say(which: number, unknown = false): Promise<boolean> {
    const open = [...this.instructed].filter(([, { fate, said }]) => said < fate.length);
    const [instructionId, known] = open[which % Math.max(open.length, 1)] ?? [];
    if (instructionId === undefined || known === undefined) return false;
    const status = unknown ? 'unknown' : (known.fate[known.said] as Status);
    if (unknown) known.unknowns += 1;
    else known.said += 1;
    const at = known.since + (unknown ? 0 : known.said);
    const aggregateVersion = (this.versions.get(instructionId) ?? 0) + 1;
    this.versions.set(instructionId, aggregateVersion);
    const data = {
      instructionId,
      provider: 'sandbox',
      status,
      occurredAt: new Date(at).toISOString(),
      providerReference: unknown ? `U${known.unknowns}` : `${status}-${instructionId.slice(0, 8)}`,
    };
    await payments.publish(OutcomeReported, data, { aggregateVersion });
    return true;
  }

  /** What people have of it. */
  paidMinor(): number {
    return [...this.instructed.values()].filter(({ fate }) => fate.at(-1) === 'paid').length * amountMinor;
  }
}

/** A list and all that can be done about it; whatever is refused, is refused. */
class List {
  constructor(
    private cycle: Cycle,
    readonly provider: Provider,
  ) {}

  lines(): Promise<Payment[]> {
    return payments.listOf(this.cycle);
  }

  async do(action: Action, which: number): Promise<{ status: number } | undefined> {
    const lines = await this.lines();
    const fitting = lines.filter(({ state }) => (fits[action] ?? [state]).includes(state));
    const among = fitting.length > 0 ? fitting : lines;
    const line = among[which % among.length] as Payment;
    const householdId = enrolments[which % households]?.householdId ?? '';
    const act = (verb: string, body: object, by = payments.officer) =>
      by.untyped.post(`/v1/payments/${line.id}/${verb}`, body, ifMatch(line));
    if (action === 'hold' || action === 'release' || action === 'cancel')
      return act(action, { reasonCode: 'under_review' });
    if (action === 'confirm') return act('payee/confirm', {}, payments.approver);
    if (action === 'move') await payments.designate(householdId, { account: `+26097${1_000_000 + which}` });
    if (action === 'consent') await payments.consent(householdId, which % 3 === 0 ? [] : ['payment']);
    if (action === 'dispatch' || action === 'close') {
      const now = ok(await payments.officer.get(`/v1/cycles/${this.cycle.id}`));
      return payments.officer.post(`/v1/cycles/${now.id}/${action}`, undefined, ifMatch(now));
    }
    if (action === 'truth' || action === 'unknown') {
      await this.provider.listen(lines);
      await this.provider.say(which, action === 'unknown');
    }
    if (action === 'found' && fitting.length === 0) {
      await this.provider.listen(lines);
      await this.provider.say(which, true);
    }
    if (action === 'found') return this.find(ok(await payments.officer.get(`/v1/payments/${line.id}`)), which);
    if (action === 'accept' && (await this.open()).length === 0) {
      await this.provider.listen(lines);
      await this.provider.say(which);
    }
    if (action === 'accept') return this.accept(which);
    if (action === 'again') return payments.payAgain(line);
    if (action === 'fund') return payments.fund(amountMinor);
    return undefined;
  }

  private async find(line: Payment, which: number): Promise<{ status: number }> {
    const outcome = ['paid', 'failed', 'returned'][which % 3];
    const path = `/v1/payments/${line.id}/settle` as const;
    const proposed = await payments.officer.untyped.post<Settlement>(path, { ...evidence, outcome }, ifMatch(line));
    return proposed.status === 201 ? payments.confirm(proposed.body) : proposed;
  }

  /** Accepts what the provider said; what cannot be booked yet stays open. */
  async accept(which: number, resolution = 'accepted'): Promise<{ status: number } | undefined> {
    const open = await this.open();
    const difference = open[which % Math.max(open.length, 1)];
    if (!difference) return undefined;
    const path = `/v1/differences/${difference.id}/settle` as const;
    const proposed = ok(await payments.officer.untyped.post<Settlement>(path, { ...evidence, resolution }));
    const confirmed = await payments.confirm(proposed);
    if (confirmed.status !== 200)
      ok(
        await payments.approver.post(
          `/v1/settlements/${proposed.id}/refuse`,
          { reason: 'Not yet.' },
          ifMatch(proposed),
        ),
      );
    return confirmed;
  }

  async open(): Promise<Difference[]> {
    const mine = new Set((await this.lines()).map(({ id }) => id));
    const { items } = ok(await payments.officer.get('/v1/differences?limit=200'));
    return items.filter(({ paymentId }) => paymentId !== undefined && mine.has(paymentId));
  }
}

/** What the book says is with people, due or not. */
async function withPeople(): Promise<number> {
  const [row] = await payments.db.query<{ sum: string }[]>(
    `SELECT coalesce(sum(amount_minor), 0) AS sum FROM ledger_entries WHERE account IN ('paid:SCT', 'recoverable:SCT')`,
  );
  return Number(row?.sum);
}

describe('whatever is done about a list by those who may, and whatever becomes of it at a provider that says the truth', () => {
  it('is in the book as it is in the provider’s, no one has money twice without that being known, and nothing is lost', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 12, maxLength: 36 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      async (steps, chance) => {
        for (const { householdId } of enrolments) await payments.consent(householdId);
        await payments.fund((households + 1) * amountMinor);
        const before = await withPeople();
        const opened = await payments.open(period);
        period = previousPeriod(period, 2);
        const submitted = ok(await payments.officer.post(`/v1/cycles/${opened.id}/submit`, undefined, ifMatch(opened)));
        const approved = ok(
          await payments.approver.post(`/v1/cycles/${opened.id}/approve`, undefined, ifMatch(submitted)),
        );
        const list = new List(approved, new Provider(chance));
        const sending = { action: 'dispatch', which: 0 } as const;
        for (const { action, which } of steps.toSpliced(beforeSending, 0, sending)) {
          const answer = await list.do(action, which);
          expect([action, (answer?.status ?? 200) < 500]).toEqual([action, true]);
          expect(await ledgerProblems(payments.db)).toEqual([]);
        }
        await list.provider.listen(await list.lines());
        while (await list.provider.say(0));
        // Money that was paid beyond anything due comes from funds, which may not be there yet.
        await payments.fund(20 * amountMinor);
        for (let left = 20; left > 0 && (await list.open()).length > 0; left -= 1) await list.accept(left);
        // What came back of what people had found to have failed changes nothing, and is put aside.
        for (const { status, paymentId } of await list.open()) {
          const line = (await list.lines()).find(({ id }) => id === paymentId);
          expect([status, line?.state]).toEqual(['returned', 'failed']);
          expect(await list.accept(0, 'dismissed')).toMatchObject({ status: 200 });
        }
        expect((await withPeople()) - before).toBe(list.provider.paidMinor());
        expect(await ledgerProblems(payments.db)).toEqual([]);
      },
    );
    await fc.assert(property, {
      numRuns: 8,
      examples: [
        [twice, [0]],
        [back, [3]],
      ],
    });
    const [{ sum = '0' } = {}] = await payments.db.query<{ sum?: string }[]>(
      `SELECT sum(amount_minor) AS sum FROM ledger_entries WHERE account = 'recoverable:SCT'`,
    );
    expect(Number(sum)).toBeGreaterThan(0);
  }, 120_000);
});
