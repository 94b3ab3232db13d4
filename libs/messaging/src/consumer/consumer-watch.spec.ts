import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Registry } from 'prom-client';

import { ConsumerWatch } from './consumer-watch.ts';
import type { Position } from '../bus/event-bus.ts';
import { MessagingMetrics } from '../telemetry/messaging.metrics.ts';
import type { ConsumerPlan } from '../subscriptions/subscriptions.ts';

Logger.overrideLogger(false);

const plan: ConsumerPlan = {
  consumer: 'reporting',
  topics: ['registry.household'],
  catalogue: new Map(),
  handlers: new Map(),
  personalTopics: new Set(),
};

/** A watch over one consumer that is so far behind, and has fetched nothing for so long; any time at all is too long. */
function watching(positions: () => Promise<Position[]>, idleMs: number) {
  const member = { idleMs: () => idleMs, restarts: () => 2, stop: () => Promise.resolve() };
  const registry = new Registry();
  const watch = new ConsumerWatch({ positions }, [{ plan, member }], new MessagingMetrics(registry), 60_000, 0);
  return { watch, registry };
}

const behindBy = (records: bigint) => () =>
  Promise.resolve([{ topic: 'registry.household', partition: 0, committed: 5n, end: 5n + records }]);

describe('the watch over consumers', () => {
  it('finds one that has something to read and reads nothing', async () => {
    const { watch } = watching(behindBy(3n), 90_000);
    expect(watch.stalled()).toBeUndefined();
    await watch.look();
    expect(watch.stalled()).toMatch(/^reporting has events to read and has read nothing for \d+ s$/);
  });

  it.each([
    ['has nothing to read', behindBy(0n), 90_000],
    ['has just fetched', behindBy(3n), 0],
    ['belongs to a broker that does not answer', () => Promise.reject(new Error('away')), 90_000],
  ])('does not blame one that %s', async (_, positions, idleMs) => {
    const { watch } = watching(positions, idleMs);
    await watch.look();
    expect(watch.stalled()).toBeUndefined();
  });

  it('forgets what it knew when the broker goes away', async () => {
    let away = false;
    const { watch } = watching(() => (away ? Promise.reject(new Error('away')) : behindBy(3n)()), 90_000);
    await watch.look();
    away = true;
    await watch.look();
    expect(watch.stalled()).toBeUndefined();
  });

  it('measures how far behind each topic is', async () => {
    const { watch, registry } = watching(behindBy(3n), 0);
    await watch.look();
    const text = await registry.metrics();
    expect(text).toContain('janela_consumer_lag{consumer="reporting",topic="registry.household"} 3');
    expect(text).toContain('janela_consumer_restarts{consumer="reporting"} 2');
  });
});
