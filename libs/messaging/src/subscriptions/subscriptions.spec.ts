import { defineEvent } from '@janela/contracts';
import type { Tx } from '@janela/platform';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { OnEvent, OnEventBatch, Projection } from './on-event.ts';
import type { ReceivedEvent } from '../inbox/received-event.ts';
import { listensTo, planConsumers, WrongSubscriptions } from './subscriptions.ts';

const household = { key: (data: { householdId: string }) => data.householdId, summary: 'It happened.' };
const data = z.object({ householdId: z.uuid() });
const Registered = defineEvent('registry.household.registered.v1', { ...household, data });
const Moved = defineEvent('registry.household.moved.v1', {
  ...household,
  data: z.object({ householdId: z.uuid(), to: z.string() }),
});
const Died = defineEvent('registry.person.died.v1', { ...household, data });
const Instructed = defineEvent('payments.instruction.issued.v1', { ...household, branch: () => 'sandbox', data });
const Answered = defineEvent('payments.outcome.reported.v1', { ...household, branch: () => 'sandbox', data });
const catalogue = [Registered, Moved, Died, Instructed, Answered];
const options = { service: 'eligibility', catalogue };

class Both {
  @OnEvent(Registered)
  async register(): Promise<void> {}

  @OnEvent(Moved)
  async move(): Promise<void> {}
}

class OnlyRegistered {
  @OnEvent(Registered)
  async register(): Promise<void> {}
}

const problemsOf = (plan: () => unknown): readonly string[] => {
  try {
    plan();
  } catch (error) {
    if (error instanceof WrongSubscriptions) return error.problems;
    throw error;
  }
  return [];
};

describe('the proof of the subscriptions', () => {
  it('accepts one handler for each event of each topic that it consumes, and subscribes to those topics only', () => {
    const [plan, ...others] = planConsumers([new Both(), {}, 'not a class' as unknown as object], options);
    expect(others).toEqual([]);
    expect(plan).toMatchObject({ consumer: 'eligibility', topics: ['registry.household'] });
    expect([...(plan?.handlers.keys() ?? [])]).toEqual([Registered.type, Moved.type]);
  });

  it('refuses two handlers for one event, and names both', () => {
    expect(problemsOf(() => planConsumers([new Both(), new OnlyRegistered()], options))).toEqual([
      `eligibility: ${Registered.type} is handled by Both.register and by OnlyRegistered.register; keep one.`,
    ]);
  });

  it('refuses an event that would arrive and has no handler, and says what to write', () => {
    expect(problemsOf(() => planConsumers([new OnlyRegistered()], options))).toEqual([
      `eligibility: ${Moved.type} arrives on registry.household and has no handler. Add a method with @OnEvent for it, or list it in \`ignores\`.`,
    ]);
    expect(problemsOf(() => planConsumers([new OnlyRegistered()], { ...options, ignores: [Moved] }))).toEqual([]);
  });

  it('refuses to ignore what is handled, or would never arrive', () => {
    expect(problemsOf(() => planConsumers([new Both()], { ...options, ignores: [Moved, Died] }))).toEqual([
      `eligibility: ${Moved.type} is listed in \`ignores\`, but would not arrive here unhandled.`,
      `eligibility: ${Died.type} is listed in \`ignores\`, but would not arrive here unhandled.`,
    ]);
  });

  it('asks which branch of a branched topic is read', () => {
    class Payments {
      @OnEvent(Instructed)
      async pay(): Promise<void> {}
    }
    expect(problemsOf(() => planConsumers([new Payments()], options))).toEqual([
      'eligibility: payments.instruction is branched; say which branch is read here in `branches`.',
    ]);
    const [plan] = planConsumers([new Payments()], { ...options, branches: { 'payments.instruction': 'sandbox' } });
    expect(plan?.topics).toEqual(['payments.instruction.sandbox']);
    expect(plan?.personalTopics).toEqual(new Set(['payments.instruction.sandbox']));
  });

  it('reads all branches there are where it says so, but never of a personal topic', () => {
    class Payments {
      @OnEvent(Answered)
      async take(): Promise<void> {}
    }
    const [plan] = planConsumers([new Payments()], { ...options, branches: { 'payments.outcome': '*' } });
    expect(plan?.topics).toEqual(['payments.outcome.*']);
    expect(
      [
        'payments.outcome.sandbox',
        'payments.outcome',
        'payments.outcome.',
        'payments.outcome.a.b',
        'payments.outcomes.a',
      ].map((topic) => plan && listensTo(plan, topic)),
    ).toEqual([true, false, false, false, false]);
    class Sandbox {
      @OnEvent(Instructed)
      async pay(): Promise<void> {}
    }
    expect(
      problemsOf(() => planConsumers([new Sandbox()], { ...options, branches: { 'payments.instruction': '*' } })),
    ).toEqual(['eligibility: payments.instruction is personal; say the one branch that is read here in `branches`.']);
  });

  it('gives each version of a projection a group of its own, which ignores what it says itself', () => {
    @Projection('coverage', { version: 2, ignores: [Moved] })
    class Coverage {
      @OnEvent(Registered)
      async cover(): Promise<void> {}
    }
    const plans = planConsumers([new Both(), new Coverage()], options);
    expect(plans.map(({ consumer }) => consumer)).toEqual(['eligibility', 'eligibility.coverage.v2']);
    expect(problemsOf(() => planConsumers([new Coverage()], options))).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    expect(
      problemsOf(() => planConsumers([new OnlyRegistered(), new OnlyRegistered()], { ...options, ignores: [Died] })),
    ).toHaveLength(3);
  });
});

describe('a handler', () => {
  it('is given events of its kind only: another kind does not compile', async () => {
    const seen: string[] = [];
    class Handlers {
      @OnEventBatch(Registered, Moved)
      async all(events: readonly ReceivedEvent<typeof Registered | typeof Moved>[], _tx: Tx): Promise<void> {
        for (const event of events)
          seen.push(event.type === Moved.type && 'to' in event.data ? event.data.to : event.key);
      }

      // @ts-expect-error -- a person's death is not a household's move
      @OnEvent(Died)
      async wrong(_event: ReceivedEvent<typeof Moved>): Promise<void> {}
    }
    const [plan] = planConsumers([new Handlers()], options);
    const event = { id: '1', key: 'h', aggregateVersion: 1, topic: '', time: '', source: '' };
    const [registered, moved] = [
      { ...event, type: Registered.type, data: { householdId: 'h' } },
      { ...event, type: Moved.type, data: { householdId: 'h', to: 'ZM101' } },
    ];
    await plan?.handlers.get(Moved.type)?.handle([registered, moved], {} as Tx);
    expect(seen).toEqual(['h', 'ZM101']);
  });
});
