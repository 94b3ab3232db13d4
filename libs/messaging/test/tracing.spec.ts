import { randomUUID } from 'node:crypto';

import { SpanKind, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tx } from '@janela/platform';

import { OnEventBatch } from '../src/subscriptions/on-event.ts';
import type { ReceivedEvent } from '../src/inbox/received-event.ts';
import type { TestEvents } from './fixture/events.ts';
import { applyingHandlers, consumerOf, planOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, type World } from './fixture/world.ts';

describe('the trace of an event', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  let world: World;

  beforeAll(async () => {
    provider.register();
    world = await createWorld();
    const relay = relayOf({ service: world.service, database: world.speaker.dataSource, bus: world.bus });
    world.cleanUp.push(() => relay.stop());
    relay.start();
  });
  afterAll(async () => {
    await world.end();
    trace.disable();
    await provider.shutdown();
  });
  beforeEach(() => exporter.reset());

  /** Publishes from inside a request, and answers the request's span. */
  const publishFromRequest = (work: (tx: Tx) => Promise<unknown>) =>
    trace.getTracer('test').startActiveSpan('POST /v1/households', async (request) => {
      await world.speaker.dataSource.transaction(work);
      request.end();
      return request.spanContext();
    });
  const spansNamed = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name);

  it('leads from the request that published it to the handler, past the relay', async () => {
    const { service, events, listener, bus, outbox } = world;
    const householdId = randomUUID();
    const traceIds: string[] = [];
    const handlers = applyingHandlers(
      events,
      'test',
      () => void traceIds.push(trace.getActiveSpan()?.spanContext().traceId ?? ''),
    );
    const plan = planOf(`${service}.single`, events, handlers);
    consumerOf({ plan, database: listener.dataSource }).start(bus);

    const request = await publishFromRequest((tx) =>
      outbox.add(tx, events.Counted, { householdId, count: 1, note: 'Chanda Mwape' }),
    );
    const { topic } = events.Counted;
    const [processed] = await until(
      () => Promise.resolve(spansNamed(`process ${topic}`)),
      (spans) => spans.length > 0,
    );

    const [created] = spansNamed(`create ${topic}`);
    expect(created).toMatchObject({ kind: SpanKind.PRODUCER, parentSpanContext: { spanId: request.spanId } });
    expect(processed).toMatchObject({
      kind: SpanKind.CONSUMER,
      parentSpanContext: { spanId: created?.spanContext().spanId, isRemote: true },
      attributes: {
        'messaging.system': 'kafka',
        'messaging.operation.name': 'process',
        'messaging.operation.type': 'process',
        'messaging.destination.name': topic,
        'messaging.consumer.group.name': plan.consumer,
        'messaging.kafka.message.key': householdId,
        'cloudevents.event_type': events.Counted.type,
      },
    });
    expect(traceIds).toEqual([request.traceId]);

    // The relay works for many requests at once: it belongs to none of them, and points to all.
    const [sent] = spansNamed(`send ${topic}`);
    expect(sent).toMatchObject({ kind: SpanKind.CLIENT, parentSpanContext: undefined });
    expect(sent?.links.map(({ context }) => context.spanId)).toEqual([created?.spanContext().spanId]);
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ attributes, name }) => [name, attributes]))).not.toContain(
      'Chanda',
    );
  });

  it('of a batch points to each request that it came from', async () => {
    const { service, events, listener, bus, outbox } = world;
    const sizes: number[] = [];
    class Batches {
      @OnEventBatch(events.Counted, events.Left)
      async take(received: readonly ReceivedEvent<TestEvents['Counted' | 'Left']>[]): Promise<void> {
        sizes.push(received.length);
      }
    }
    const households = [randomUUID(), randomUUID()];
    const requests = [
      await publishFromRequest((tx) =>
        outbox.addAll(
          tx,
          events.Counted,
          households.map((householdId) => ({ householdId, count: 1 })),
        ),
      ),
      await publishFromRequest((tx) =>
        outbox.addAll(
          tx,
          events.Left,
          households.map((householdId) => ({ householdId })),
        ),
      ),
    ];
    await until(
      () => world.speaker.dataSource.query<unknown[]>('SELECT FROM outbox'),
      (rows) => rows.length === 0,
    );
    exporter.reset();
    consumerOf({ plan: planOf(`${service}.batch`, events, new Batches()), database: listener.dataSource }).start(bus);
    await until(
      () => Promise.resolve(sizes),
      (seen) => seen.reduce((sum, size) => sum + size, 0) >= 4,
    );

    const spans = await until(
      () => Promise.resolve(spansNamed(`process ${events.Counted.topic}`)),
      (found) => found.length >= sizes.length,
    );
    const linked = spans.flatMap(({ links, parentSpanContext }) => [
      ...links.map(({ context }) => context.traceId),
      parentSpanContext?.traceId,
    ]);
    expect(linked).toEqual(expect.arrayContaining(requests.map(({ traceId }) => traceId)));
  });
});
