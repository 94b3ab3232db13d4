import { randomUUIDv7 } from 'node:crypto';

import type { AnyEvent, DataOf } from '@janela/contracts';

import { sourceOf, toHeaders } from './bus/cloud-events.ts';
import type { IncomingRecord } from './bus/event-bus.ts';
import type { BatchResult } from './consumer/inbox-processor.ts';
import type { Messaging } from './runtime/messaging.ts';
import { listensTo } from './subscriptions/subscriptions.ts';

export interface DeliveryOptions {
  /** Give the same id again to deliver the same event twice. */
  readonly id?: string;
  /** 1 by default; what is not newer than the last one of its aggregate is left out as a duplicate. */
  readonly aggregateVersion?: number;
  readonly time?: string;
}

let lastOffset = 0;

/** Returns an event as a record that a broker might deliver; the data is not checked. */
export function recordOf<E extends AnyEvent>(event: E, data: DataOf<E>, options: DeliveryOptions = {}): IncomingRecord {
  const { id = randomUUIDv7(), aggregateVersion = 1, time = new Date().toISOString() } = options;
  const [key, topic] = [event.keyOf(data), event.topicOf(data)];
  const attributes = { id, source: sourceOf(event.writerOn(topic)), type: event.type, time, key, aggregateVersion };
  const value = Buffer.from(JSON.stringify(data));
  lastOffset += 1;
  return { topic, partition: 0, offset: String(lastOffset), key, value, headers: toHeaders(attributes) };
}

/**
 * For a service's own tests: delivers a record to every consumer that listens to its topic, as the broker would, and waits until
 * it is committed. Throws what a handler throws.
 */
export async function deliver(messaging: Messaging, record: IncomingRecord): Promise<BatchResult[]> {
  const listening = messaging.list().filter(({ plan }) => listensTo(plan, record.topic));
  return Promise.all(listening.map((consumer) => consumer.accept([record])));
}
