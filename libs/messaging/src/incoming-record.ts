import type { IncomingRecord } from './event-bus.ts';

/** A message as a Kafka client hands it over. */
export interface ClientMessage {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>;
}

export function toRecord(topic: string, partition: number, message: ClientMessage): IncomingRecord {
  const { offset, key, value, headers = {} } = message;
  const texts: Record<string, string> = {};
  for (const name in headers) {
    const header = headers[name];
    const first = typeof header === 'string' || Buffer.isBuffer(header) ? header : header?.[0];
    if (first !== undefined) texts[name] = first.toString();
  }
  return { topic, partition, offset, key: key?.toString() ?? null, value, headers: texts };
}
