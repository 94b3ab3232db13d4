import type { IncomingRecord, Position } from './event-bus.ts';

/** A message as a Kafka client delivers it. */
export interface ClientMessage {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>;
}

/** Bytes become text, but nothing is checked. */
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

/** The offsets to commit when these records, one of each partition, are the last that are done: each is the next one to read. */
export function offsetsAfter(last: readonly IncomingRecord[]) {
  return [...Map.groupBy(last, ({ topic }) => topic)].map(([topic, records]) => ({
    topic,
    partitions: records.map(({ partition, offset }) => ({ partition, offset: String(BigInt(offset) + 1n) })),
  }));
}

interface Ends {
  readonly partition: number;
  readonly high: string;
  readonly low: string;
}

/** Returns how far a group has got in a topic. Where it has committed nothing, or what it committed is gone, it stands at the beginning. */
export function positionsIn(
  topic: string,
  committed: readonly { readonly partition: number; readonly offset: string }[],
  ends: readonly Ends[],
): Position[] {
  return ends.map(({ partition, high, low }) => {
    const offset = BigInt(committed.find((each) => each.partition === partition)?.offset ?? -1);
    return { topic, partition, committed: offset < BigInt(low) ? BigInt(low) : offset, end: BigInt(high) };
  });
}
