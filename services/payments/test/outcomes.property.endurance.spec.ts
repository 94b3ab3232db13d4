import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutcomeReported, type Payment, type Period } from '@janela/contracts';
import { previousPeriod } from '@janela/kernel';
import { recordOf } from '@janela/messaging';
import { duplicated, randomOf, ifMatch, ok } from '@janela/testing';
import fc from 'fast-check';

import { seeingAll, ledgerProblems } from './books.ts';
import { amountMinor, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
let period: Period = thisPeriod;
const households = 4;

beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(households, { from: '1990-01-01' });
});
afterAll(() => payments.stop());

/** A cycle of its own for each run, further and further back; gives its instructions. */
async function sentPayments(): Promise<Payment[]> {
  await payments.fund(households * amountMinor);
  const cycle = await payments.send(await payments.open(period));
  period = previousPeriod(period, 2);
  return payments.listOf(cycle);
}

/** Something that a provider might say, right or wrong, about one of the instructions or about none. */
const saying = fc.record({
  about: fc.nat(households),
  status: fc.constantFrom('pending', 'paid', 'failed', 'returned', 'unknown'),
  // Mostly right, as in life; all differ by as little as they can.
  minor: fc.option(
    fc.oneof({ weight: 6, arbitrary: fc.constant(amountMinor) }, fc.constantFrom(amountMinor - 1, amountMinor + 1, 0)),
  ),
  currency: fc.oneof({ weight: 8, arbitrary: fc.constant('ZMW') }, fc.constant('USD')),
  reference: fc.constantFrom('A', 'B'),
  provider: fc.oneof({ weight: 8, arbitrary: fc.constant('sandbox') }, fc.constant('another')),
  secondsAgo: fc.nat(10),
});
type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

/** Each is a new event to the inbox, so that nothing but the judgement guards against applying it again. */
function recordFrom(said: Saying, list: readonly Payment[]) {
  const instructionId = list[said.about]?.instructionId ?? unknownInstruction;
  const key = `${said.provider} ${instructionId}`;
  const aggregateVersion = (versions.get(key) ?? 0) + 1;
  versions.set(key, aggregateVersion);
  const data = {
    instructionId,
    provider: said.provider,
    status: said.status,
    providerReference: said.reference,
    ...(said.minor !== null && { amount: { amountMinor: said.minor, currency: said.currency } }),
    occurredAt: new Date(Date.now() - said.secondsAgo * 1_000).toISOString(),
  };
  return recordOf(OutcomeReported, data, { aggregateVersion });
}
const unknownInstruction = randomUUID();
const versions = new Map<string, number>();

/** As the broker would deliver them: so many in one transaction. */
async function take(records: ReturnType<typeof recordOf>[], slice: number): Promise<void> {
  const [consumer] = payments.service.messaging.list();
  for (let from = 0; from < records.length; from += slice) {
    const taken = await consumer?.accept(records.slice(from, from + slice));
    expect(taken?.parked).toEqual([]);
  }
}

const states = (list: readonly Payment[]) =>
  seeingAll(payments.db, (tx) =>
    tx.query<{ id: string; state: string; version: number }[]>(
      'SELECT id, state, version FROM payments WHERE id = ANY($1) ORDER BY id',
      [list.map(({ id }) => id)],
    ),
  );
const balances = () =>
  payments.db.query<object[]>('SELECT account, sum(amount_minor) FROM ledger_entries GROUP BY 1 ORDER BY 1');

describe('whatever providers say, in whatever order, however often', () => {
  it('leaves books in which everything adds up, and saying it all again changes nothing', async () => {
    const property = fc.asyncProperty(
      fc.array(saying, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer(),
      async (sayings, slice, seed) => {
        const list = await sentPayments();
        const records = (said: readonly Saying[]) => said.map((one) => recordFrom(one, list));
        const delivered = duplicated(sayings, randomOf(seed), 0.4);
        await take(records(delivered), slice);
        expect(await ledgerProblems(payments.db)).toEqual([]);

        const before = [await states(list), await balances()];
        await take(records(randomOf(seed).shuffle(sayings)), slice);
        expect([await states(list), await balances()]).toEqual(before);
      },
    );
    await fc.assert(property, { numRuns: 25 });
  }, 120_000);

  it('comes to the same for what is certain, whether it is reported in order or not', async () => {
    const endings = fc.array(
      fc.constantFrom(
        ['paid'],
        ['failed'],
        ['returned'],
        ['paid', 'returned'],
        ['pending', 'paid'],
        ['unknown', 'failed'],
      ),
      { minLength: households, maxLength: households },
    );
    const property = fc.asyncProperty(endings, fc.integer(), async (reported, seed) => {
      const list = await sentPayments();
      const sayings = reported.flatMap((statuses, about) =>
        statuses.map((status, index): Saying => ({
          about,
          status: status as Saying['status'],
          minor: amountMinor,
          currency: 'ZMW',
          reference: 'A' as const,
          provider: 'sandbox',
          secondsAgo: 10 - index,
        })),
      );
      const shuffled = duplicated(randomOf(seed).shuffle(sayings), randomOf(seed), 0.5);
      await take(
        shuffled.map((one) => recordFrom(one, list)),
        5,
      );
      const ends = new Map((await states(list)).map(({ id, state }) => [id, state]));
      expect(list.map(({ id }) => ends.get(id))).toEqual(reported.map((statuses) => statuses.at(-1)));
      expect(await ledgerProblems(payments.db)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 15 });
  }, 120_000);
});

/** Something that a provider says, or that people do about it. `which` picks among what there is. */
const step = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant('said' as const) },
    { weight: 4, arbitrary: fc.constantFrom('accepted' as const, 'dismissed' as const) },
    { weight: 2, arbitrary: fc.constant('again' as const) },
    { weight: 1, arbitrary: fc.constant('found' as const) },
  ),
  which: fc.nat(),
  status: fc.constantFrom('paid' as const, 'paid' as const, 'failed' as const, 'returned' as const, 'unknown' as const),
  reference: fc.constantFrom('A', 'B'),
  provider: fc.oneof({ weight: 8, arbitrary: fc.constant('sandbox') }, fc.constant('another')),
  minor: fc.option(fc.constantFrom(amountMinor, amountMinor - 1, amountMinor + 1)),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const evidence = { evidence: 'statement', documentReference: 'ST-1', reason: 'On the statement.' } as const;
const pick = <T>(among: readonly T[], which: number): T | undefined => among[which % Math.max(among.length, 1)];

/** The payment of the first household and all that were made in its place. */
const chainOf = async ({ enrolmentId, period: paidFor }: Payment) => {
  const { items } = ok(await payments.officer.get(`/v1/payments?enrolmentId=${enrolmentId}&limit=200`));
  return items.filter((one) => one.period === paidFor).toReversed();
};

const openAmong = async (chain: readonly Payment[]) => {
  const { items } = ok(await payments.officer.get('/v1/differences?limit=200'));
  return items.filter(({ paymentId }) => chain.some(({ id }) => id === paymentId));
};

const tried: Record<Step['what'], (chain: readonly Payment[], one: Step) => Promise<unknown>> = {
  said: async (chain, { which, status, reference, provider, minor }) => {
    const payment = pick(chain, which) as Payment;
    const said = { about: 0, status, minor, currency: 'ZMW' as const, reference, provider, secondsAgo: 0 };
    await take([recordFrom(said, [payment])], 1);
  },
  accepted: (chain, { which }) => settle(chain, which, 'accepted'),
  dismissed: (chain, { which }) => settle(chain, which, 'dismissed'),
  again: (chain) => payments.payAgain(chain.at(-1) as Payment),
  found: async (chain, { which, status }) => {
    const payment = pick(chain, which) as Payment;
    const outcome = status === 'unknown' ? 'paid' : status;
    const path = `/v1/payments/${payment.id}/settle` as const;
    const proposed = await payments.officer.post(path, { ...evidence, outcome }, ifMatch(payment));
    return proposed.status === 201 ? payments.confirm(proposed.body) : proposed;
  },
};

/** Settles one of what is open; what cannot be booked is refused, and can still be put aside. */
async function settle(chain: readonly Payment[], which: number, resolution: 'accepted' | 'dismissed'): Promise<void> {
  const difference = pick(await openAmong(chain), which);
  if (!difference) return;
  const path = `/v1/differences/${difference.id}/settle` as const;
  const proposed = ok(await payments.officer.post(path, { ...evidence, resolution }));
  const { status, body } = await payments.confirm(proposed);
  if (status === 200) return;
  expect([status, body.code]).toEqual([409, 'payments.difference_not_acceptable']);
  ok(await payments.approver.post(`/v1/settlements/${proposed.id}/refuse`, { reason: 'Not so.' }, ifMatch(proposed)));
}

describe('whatever providers say, and whatever people make of it', () => {
  it('a payment and those in its place are paid at most once, but for what is recorded to be recovered', async () => {
    await payments.fund(1_000 * amountMinor);
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const [first] = (await sentPayments()) as [Payment];
      for (const one of steps) {
        const chain = await chainOf(first);
        const open = await openAmong(chain);
        const answer = (await tried[one.what](chain, one)) as { status: number } | undefined;
        expect(answer?.status ?? 200).toBeLessThan(500);
        expect(await ledgerProblems(payments.db)).toEqual([]);
        const after = await chainOf(first);
        const live = after.filter(({ state }) => !['failed', 'returned', 'cancelled'].includes(state));
        expect(live.length).toBeLessThanOrEqual(1);
        if (after.length > chain.length) expect(open).toEqual([]);
      }
    });
    await fc.assert(property, { numRuns: 24 });
  }, 120_000);
});

/** What happened at the provider: it paid under so many references, of which so many came back. A failure comes before all of it. */
const movements = fc.record({
  start: fc.constantFrom('nothing' as const, 'failed' as const, 'found' as const),
  paid: fc.integer({ min: 1, max: 3 }),
  back: fc.integer({ min: 0, max: 3 }),
});

/** Status, reference, and how many seconds ago it was. */
type Said = [Saying['status'], string, number];

describe('money that moves more than once under references of its own', () => {
  it('is in the book as it is in the provider’s, in whatever order it is reported and settled', async () => {
    await payments.fund(1_000 * amountMinor);
    const property = fc.asyncProperty(
      movements,
      fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
      async (facts, picks) => {
        const [first] = (await sentPayments()) as [Payment];
        const { start, paid } = facts;
        const back = Math.min(facts.back, paid);
        const before = await withPeople();
        const sayingOf = ([status, reference, secondsAgo]: Said) => {
          const said = { about: 0, minor: amountMinor, currency: 'ZMW' as const, provider: 'sandbox' as const };
          return recordFrom({ ...said, status, reference: reference as 'A', secondsAgo }, [first]);
        };
        if (start === 'failed') await take([sayingOf(['failed', 'F', 250])], 1);
        if (start === 'found') {
          await take([sayingOf(['unknown', 'U', 250])], 1);
          const [silent] = (await chainOf(first)) as [Payment];
          await tried.found([silent], { which: 0, status: 'paid' } as Step);
        }
        const left: Said[] = [
          ...Array.from({ length: paid }, (_, index): Said => ['paid', `P${index}`, 200]),
          ...Array.from({ length: back }, (_, index): Said => ['returned', `R${index}`, 100]),
        ];
        for (const which of picks) {
          const next = left.splice(which % Math.max(left.length, 1), 1)[0];
          if (next) await take([sayingOf(next)], 1);
          if (!next || which % 2 === 0) await settle(await chainOf(first), which, 'accepted');
          expect(await ledgerProblems(payments.db)).toEqual([]);
        }
        // What could not be booked yet can be once the rest is.
        for (let which = 2 * (paid + back); which > 0; which -= 1)
          await settle(await chainOf(first), which, 'accepted');
        expect(await openAmong([first])).toEqual([]);
        expect((await withPeople()) - before).toBe((paid - back) * amountMinor);
      },
    );
    await fc.assert(property, { numRuns: 8 });
  }, 120_000);
});

/** What the book says is with people, due or not. */
async function withPeople(): Promise<number> {
  const [row] = await payments.db.query<{ sum: string }[]>(
    `SELECT coalesce(sum(amount_minor), 0) AS sum FROM ledger_entries WHERE account IN ('paid:SCT', 'recoverable:SCT')`,
  );
  return Number(row?.sum);
}
