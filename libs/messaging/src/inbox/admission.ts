import { InvariantError } from '@janela/kernel';

import type { IncomingRecord } from '../bus/event-bus.ts';
import { aggregateOf, type Aggregate, type Head } from './heads.ts';
import { rememberedDays } from './inbox-retention.ts';
import { standsAlone, type ParkReason, type ParsedRecord, type RecordToPark } from './parsed-record.ts';
import { describeRecord, type ReceivedEvent } from './received-event.ts';
import { partitionName } from './starts.ts';
import { storableKey } from './storable.ts';

/** An event with the record it came in. */
export interface Accepted {
  readonly record: IncomingRecord;
  readonly event: ReceivedEvent;
}

/** What is to be done with each record of a slice: handle it, park it, or leave it out as a duplicate. Decided record by record, in order. */
export class Admission {
  readonly accepted: Accepted[] = [];
  readonly parked: RecordToPark[] = [];
  readonly filled: Aggregate[] = [];
  duplicates = 0;

  constructor(
    private readonly heads: Map<string, number>,
    /** From which version on an aggregate waits behind a parked event. */
    private readonly blocked: Map<string, number>,
    private readonly personalTopics: ReadonlySet<string>,
    /** The partitions of which nothing can be gone that the consumer has not seen. */
    private readonly readWhole: ReadonlySet<string>,
  ) {}

  /** Decides about the next record. */
  decide(parsed: ParsedRecord): void {
    const { record, event, refusal } = parsed;
    const version = versionOf(parsed);
    const key = storableKey(record.key);
    const aggregate = key === null ? null : aggregateOf({ topic: record.topic, key });
    const head = (aggregate !== null && this.heads.get(aggregate)) || 0;
    const isPassed = event !== undefined && event.aggregateVersion <= head;
    if (isPassed && isForgotten(event)) this.duplicates += 1;
    else if (isPassed) {
      const error = `Version ${head} was applied, and version ${event.aggregateVersion} was never received from this event.`;
      this.park(parsed, aggregate, 'version_reused', error);
    } else if (refusal && standsAlone(refusal.reason, version))
      this.park(parsed, aggregate, refusal.reason, refusal.error);
    else if (this.mustWait(aggregate, head, version)) this.park(parsed, aggregate, 'behind_parked', null);
    else if (refusal) this.park(parsed, aggregate, refusal.reason, refusal.error);
    else if (!event) throw new InvariantError('a record without an event has a refusal');
    else if (event.aggregateVersion > head + this.mostMissing(record, head) + 1) {
      const error = `Version ${head} is the last one before version ${event.aggregateVersion}.`;
      this.park(parsed, aggregate, 'version_gap', error);
    } else {
      if (aggregate !== null) this.heads.set(aggregate, event.aggregateVersion);
      const isNextParked = aggregate !== null && this.blocked.get(aggregate) === event.aggregateVersion + 1;
      if (isNextParked) this.filled.push({ topic: record.topic, key: event.key });
      this.accepted.push({ record, event });
    }
  }

  /**
   * How many versions may be missing. Facts are kept for ever; of a personal topic the beginning may be gone, but not for a
   * consumer that has read the partition from its first record on.
   */
  private mostMissing(record: IncomingRecord, head: number): number {
    const mayBeGone = this.personalTopics.has(record.topic) && !this.readWhole.has(partitionName(record));
    return head === 0 && mayBeGone ? mostMissingVersions : 0;
  }

  /** Returns the heads that were moved to the newest version of the slice without an event having been accepted there. */
  correctionsTo(newest: readonly Head[]): Head[] {
    return newest
      .map((moved) => ({ moved: moved.version, head: { ...moved, version: this.heads.get(aggregateOf(moved)) ?? 0 } }))
      .filter(({ moved, head }) => head.version < moved)
      .map(({ head }) => head);
  }

  /** Returns whether the record comes behind a parked event whose place is still empty. */
  private mustWait(aggregate: string | null, head: number, version = Infinity): boolean {
    const from = aggregate === null ? undefined : this.blocked.get(aggregate);
    return from !== undefined && from > head && from < version;
  }

  private park(parsed: ParsedRecord, aggregate: string | null, reason: ParkReason, error: string | null): void {
    const version = versionOf(parsed);
    const isFree = version !== undefined && version > ((aggregate !== null && this.heads.get(aggregate)) || 0);
    if (aggregate !== null && isFree && !standsAlone(reason, version)) {
      this.blocked.set(aggregate, Math.min(this.blocked.get(aggregate) ?? Infinity, version));
    }
    this.parked.push({ record: parsed.record, event: parsed.event, reason, error });
  }
}

/** More than a payee or an instruction is ever changed: a first version beyond it is no version, but would hide all true ones. */
const mostMissingVersions = 10_000;

const dayMs = 86_400_000;

/** Returns the version that a record claims, whether or not the rest of it can be read. */
function versionOf({ record, event }: ParsedRecord): number | undefined {
  if (event) return event.aggregateVersion;
  const { aggregateVersion } = describeRecord(record);
  return aggregateVersion === undefined ? undefined : Number(aggregateVersion);
}

/** Returns whether the event is so old that its id would have been deleted by now: only its version says that it was received. */
function isForgotten({ time }: ReceivedEvent): boolean {
  return Date.parse(time) < Date.now() - rememberedDays * dayMs;
}
