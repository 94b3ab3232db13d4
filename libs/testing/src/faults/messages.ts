import type { Random } from '../seeded.ts';

/** The same messages, some of them (a share of `share`) a second time at some later place. */
export function duplicated<T>(messages: readonly T[], random: Random, share = 0.3): T[] {
  const delivered = [...messages];
  for (const message of messages) {
    if (random.next() >= share) continue;
    const first = delivered.indexOf(message);
    delivered.splice(random.between(first + 1, delivered.length), 0, message);
  }
  return delivered;
}

/** The same messages in any order. */
export const reordered = <T>(messages: readonly T[], random: Random): T[] => random.shuffle(messages);

/** The same messages in another order that keeps the order of each key, which is all that Kafka promises. */
export function interleaved<T>(messages: readonly T[], keyOf: (message: T) => string, random: Random): T[] {
  const queues = Map.groupBy(messages, keyOf);
  const keys = random.shuffle(messages.map(keyOf));
  return keys.flatMap((key) => queues.get(key)?.splice(0, 1) ?? []);
}
