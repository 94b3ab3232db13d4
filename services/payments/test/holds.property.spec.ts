import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cycle, InstructionIssued, type Payment, type Period, type PlainDate } from '@janela/contracts';
import { addDays, daysOf, previousPeriod } from '@janela/kernel';
import { deliver } from '@janela/messaging';
import { type Random, randomOf, ifMatch, ok } from '@janela/testing';
import fc from 'fast-check';

import { ledgerProblems } from './books.ts';
import { amountMinor, thisPeriod, today } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';
import { type HouseholdEvent, PublishedHousehold, topicOf } from './published-household.ts';

let payments: Payments;
let period: Period = thisPeriod;

beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

const start: PlainDate = '1990-01-01';
/** What is done to the list before each part of the events. */
const steps = ['open', 'submit', 'approve'] as const;

/** A day just before, on, or just after the first one that decides. */
const day = fc.constantFrom(-1, 0, 1);
const arbitraryEvent = fc.oneof(
  fc.record({ what: fc.constantFrom('suspend' as const, 'resume' as const, 'end' as const, 'close' as const), day }),
  fc.record({ what: fc.constant('consent' as const), yes: fc.boolean() }),
  fc.record({ what: fc.constantFrom('request' as const, 'refuse' as const, 'vacate' as const) }),
  fc.record({ what: fc.constant('designate' as const), who: fc.nat(2), renamed: fc.boolean() }),
  fc.record({ what: fc.constantFrom('die' as const, 'revive' as const), who: fc.nat(2) }),
  fc.record({ what: fc.constant('move' as const), away: fc.boolean() }),
);
type UndatedEvent = typeof arbitraryEvent extends fc.Arbitrary<infer T> ? T : never;

/** What happens to a household before the list is opened, submitted, approved and dispatched. */
const story = fc.tuple(...[2, 3, 2, 2].map((maxLength) => fc.array(arbitraryEvent, { maxLength })));

/** What is opened for another household is another story. */
const stays = ({ what }: UndatedEvent) => what !== 'move';

/** Another order, in which each topic keeps its own. */
function interleaved(all: readonly HouseholdEvent[], random: Random): HouseholdEvent[] {
  const topics = [...Map.groupBy(all, topicOf).values()].map((events) => [...events]);
  const order: HouseholdEvent[] = [];
  for (let waiting = topics; waiting.length > 0; waiting = waiting.filter((events) => events.length > 0))
    order.push(...random.pick(waiting).splice(0, 1));
  return order;
}

/** A list of its own for each run, further and further back, with the days that decide. */
function nextList() {
  const lastDay = daysOf(period, 2).to ?? today;
  const list = { period, lastDay, cutoff: today < lastDay ? today : lastDay };
  period = previousPeriod(period, 2);
  return list;
}

const step = async (verb: 'submit' | 'approve' | 'dispatch' | 'close', cycle: Cycle) => {
  const by = verb === 'approve' ? payments.approver : payments.officer;
  return ok(await by.post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)));
};

describe('whatever happens to a household while its payment is on its way', () => {
  it('the payment is sent where it is due and as it was approved, and else is held, in whichever order the events come', async () => {
    const property = fc.asyncProperty(
      fc.array(story, { minLength: 3, maxLength: 3 }),
      fc.integer(),
      async (stories, seed) => {
        const { lastDay, cutoff, ...list } = nextList();
        const random = randomOf(seed);
        const dated = (one: UndatedEvent): HouseholdEvent =>
          'day' in one ? { ...one, day: addDays(cutoff, one.day) } : one;
        const first: HouseholdEvent[] = [
          { what: 'start', day: start },
          { what: 'designate', who: 0 },
          { what: 'consent', yes: true },
        ];
        // Two of a kind for each story, whose events come in another order; and one to which nothing more happens.
        const pairs = [...stories, [[], [], [], []]].map((parts) => ({
          parts: parts.map((part, index) => [
            ...(index === 0 ? first : []),
            ...part.filter(index === 0 ? stays : () => true).map(dated),
          ]),
          twins: [new PublishedHousehold(start), new PublishedHousehold(start)],
          frozenFor: [undefined, undefined] as (string | undefined)[],
        }));
        const deliverPart = async (part: number) => {
          for (const { parts, twins } of pairs)
            for (const twin of twins)
              for (const event of interleaved(parts[part] ?? [], random))
                await deliver(payments.service.messaging, twin.record(event, cutoff));
        };

        await payments.fund(pairs.length * 2 * amountMinor);
        await deliverPart(0);
        let cycle: Cycle | undefined;
        for (const [index, verb] of steps.entries()) {
          cycle = cycle === undefined || verb === 'open' ? await payments.open(list.period) : await step(verb, cycle);
          if (index === 0) for (const pair of pairs) pair.frozenFor = pair.twins.map((twin) => twin.payee());
          await deliverPart(index + 1);
        }
        const sent = await payments.listOf(await step('dispatch', cycle as Cycle));
        const instructions = await payments.published(InstructionIssued);
        const lineOf = ({ enrolment }: PublishedHousehold) =>
          sent.find(({ enrolmentId }) => enrolmentId === enrolment.enrolmentId);
        const paidTo = (line: Payment) => {
          const { name, account } = instructions.find(({ data }) => data.paymentId === line.id)?.data.payee ?? {};
          return name === undefined ? undefined : `${name} at ${account?.at(-1)}`;
        };

        for (const { twins, frozenFor, parts } of pairs) {
          const [line, other] = twins.map(lineOf);
          // Nothing was due when it was opened.
          if (!line || !other) {
            expect([line, other]).toEqual([undefined, undefined]);
            continue;
          }
          expect([line.state, line.reasonCode, paidTo(line)]).toEqual([other.state, other.reasonCode, paidTo(other)]);
          const reason = twins[0]?.reason(frozenFor[0], cutoff, lastDay) ?? null;
          if (reason !== null) expect([line.state, line.reasonCode]).toEqual(['held', reason]);
          else if (line.state === 'held') {
            // What was held after it was approved waits for an officer.
            expect(line.reasonCode).toBe('reason_over');
            expect(parts[3]).not.toEqual([]);
          } else expect([line.state, paidTo(line)]).toEqual(['instructed', frozenFor[0]]);
        }
        expect(lineOf(pairs.at(-1)?.twins[0] as PublishedHousehold)?.state).toBe('instructed');
        expect(await ledgerProblems(payments.db)).toEqual([]);

        for (const { twins } of pairs)
          for (const twin of twins)
            await deliver(payments.service.messaging, twin.record({ what: 'end', day: start }, cutoff));
      },
    );
    await fc.assert(property, { numRuns: 10 });
  }, 120_000);
});
