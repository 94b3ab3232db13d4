import type { Tx } from '@janela/platform';

import { Admission } from './admission.ts';
import { advanceHeads, aggregateOf, blockedOf, receive, setHeads, type Aggregate, type Head } from './heads.ts';
import type { ParsedRecord } from './parsed-record.ts';
import { partitionsReadWhole } from './starts.ts';
import { storableKey } from './storable.ts';

/** Whose inbox it is, and on which topics payloads are personal. */
export interface InboxOwner {
  readonly consumer: string;
  readonly personalTopics: ReadonlySet<string>;
}

/** What a consumer has received: which events, and up to which version of each aggregate. */
export class Inbox {
  constructor(private readonly owner: InboxOwner) {}

  /**
   * Records a slice as received, moves the heads of its aggregates, and says what is to be done with each record. The
   * aggregates stay locked until the transaction ends.
   */
  async admit(tx: Tx, slice: readonly ParsedRecord[]): Promise<Admission> {
    const { consumer, personalTopics } = this.owner;
    // What cannot be read must not take the place of an event that can: it is known by its offset only.
    const eventIds = slice.flatMap(({ event }) => event?.id ?? []);
    const fresh = await receive(tx, consumer, eventIds);
    const newest = newestOf(slice);
    const before = await advanceHeads(tx, consumer, newest);
    const blocked = await blockedOf(tx, consumer, aggregatesOf(slice), before);
    const admission = new Admission(before, blocked, personalTopics, await this.readWhole(tx, slice, before));
    for (const parsed of slice) {
      if (!parsed.event || fresh.delete(parsed.event.id)) admission.decide(parsed);
      else admission.duplicates += 1;
    }
    await setHeads(tx, consumer, admission.correctionsTo(newest));
    return admission;
  }

  /** Returns the partitions read whole where it matters, which is seldom: for a first event on a personal topic whose version is not the first. */
  private async readWhole(
    tx: Tx,
    slice: readonly ParsedRecord[],
    before: ReadonlyMap<string, number>,
  ): Promise<ReadonlySet<string>> {
    const { consumer, personalTopics } = this.owner;
    const isNeeded = slice.some(
      ({ event }) =>
        event && personalTopics.has(event.topic) && event.aggregateVersion > 1 && !before.get(aggregateOf(event)),
    );
    return isNeeded ? partitionsReadWhole(tx, consumer) : new Set();
  }
}

/** Returns the highest version of each aggregate in the slice. */
function newestOf(slice: readonly ParsedRecord[]): Head[] {
  const newest = new Map<string, Head>();
  for (const { record, event } of slice) {
    if (!event) continue;
    const head = { topic: record.topic, key: event.key, version: event.aggregateVersion };
    const other = newest.get(aggregateOf(head));
    if (!other || other.version < head.version) newest.set(aggregateOf(head), head);
  }
  return [...newest.values()];
}

/** Returns the aggregates that the records belong to, or claim to; each once. */
function aggregatesOf(slice: readonly ParsedRecord[]): Aggregate[] {
  const found = new Map<string, Aggregate>();
  for (const { record } of slice) {
    const key = storableKey(record.key);
    if (key !== null) found.set(aggregateOf({ topic: record.topic, key }), { topic: record.topic, key });
  }
  return [...found.values()];
}
