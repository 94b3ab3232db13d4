/** A record to be written: text as it goes over the wire, nothing left to decide but the partition. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One partition of a topic. */
export interface Partition {
  readonly topic: string;
  readonly partition: number;
}

/** A record as it was read: bytes that have not been read yet. A header that was sent twice shows its first value. */
export interface IncomingRecord extends Partition {
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What one member of a group has fetched at once. */
export interface Delivery {
  /** Of one or more partitions; those of a partition follow each other, in offset order. */
  readonly records: readonly IncomingRecord[];
  /** False once the group has moved on without this member: stop after the present work, and commit nothing. */
  isCurrent(): boolean;
  /** Commits everything up to and including these, one of each partition, so that it does not come again. */
  commit(last: readonly IncomingRecord[]): Promise<void>;
  /** Fetch nothing from this partition for a while; what was not committed comes again afterwards. */
  pause(partition: Partition, forMs: number): void;
}

export interface Subscription {
  readonly group: string;
  readonly topics: readonly string[];
  readonly onDelivery: (delivery: Delivery) => Promise<void>;
}

/** A running member of a consumer group. It starts itself again after any crash until `stop()`. */
export interface Membership {
  /** Milliseconds since the client last fetched or finished a delivery. It grows without end when it stalls. */
  idleMs(): number;
  /** How often it had to be started again. */
  restarts(): number;
  /** Waits for the present delivery, then leaves the group. */
  stop(): Promise<void>;
}

/** How far a group has got in a partition: the offsets of the next record to commit, and of the next one to be written. */
export interface Position extends Partition {
  readonly committed: bigint;
  readonly end: bigint;
}

/** All that this library needs of a broker. `kafka.ts` is the only one; another client would be one more file. */
export interface EventBus {
  /**
   * Writes all records or throws. After a failure any of them may still have been written: the caller writes them again.
   * `mayStillSend` is called at the last moment before the bytes leave, and only then: there are no hidden retries.
   */
  publish(records: readonly OutgoingRecord[], mayStillSend?: () => boolean): Promise<void>;
  consume(subscription: Subscription): Membership;
  positions(group: string, topics: readonly string[]): Promise<Position[]>;
  close(): Promise<void>;
}

/** The sender lost the right to send between reading and writing; nothing was sent. */
export class SendingForbidden extends Error {
  override readonly name = 'SendingForbidden';
}
