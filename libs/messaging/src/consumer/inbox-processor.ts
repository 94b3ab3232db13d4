import { errorName } from '@janela/platform';
import type { Cipher, Tx } from '@janela/platform';

import type { DeliveryHooks } from '../bus/delivery-hooks.ts';
import type { IncomingRecord } from '../bus/event-bus.ts';
import type { Accepted } from '../inbox/admission.ts';
import type { Aggregate } from '../inbox/heads.ts';
import { Inbox } from '../inbox/inbox.ts';
import type { ParkReason, ParsedRecord, RecordToPark } from '../inbox/parsed-record.ts';
import { readEvent, UnreadableEvent, type ReceivedEvent } from '../inbox/received-event.ts';
import { describeError, park } from '../parked/parking.ts';
import { writeProjection } from '../projections/projections.ts';
import type { ConsumerPlan, Handler } from '../subscriptions/subscriptions.ts';
import { processing } from '../telemetry/tracing.ts';

/** What was done with a slice, for the metrics. */
export interface BatchResult {
  readonly applied: readonly ReceivedEvent[];
  readonly ignored: number;
  readonly duplicates: number;
  readonly parked: readonly RecordToPark[];
  /** Aggregates of which an event had come too early, and is the next one now. */
  readonly filled: readonly Aggregate[];
}

/** How long a handler ran, for the metrics. */
export type Measure = (handler: Handler, seconds: number) => void;

/** Brings records into a consumer's database: received once, in order, applied or parked. */
export class InboxProcessor {
  private readonly inbox: Inbox;

  constructor(
    private readonly plan: ConsumerPlan,
    private readonly cipher: Cipher | undefined,
    private readonly measure: Measure,
    private readonly hooks: DeliveryHooks = {},
  ) {
    this.inbox = new Inbox(plan);
  }

  /** Reads a record. One that cannot be read is not an error here: it will be parked. */
  parse(record: IncomingRecord): ParsedRecord {
    try {
      return { record, event: readEvent(record, this.plan.catalogue) };
    } catch (error) {
      if (error instanceof UnreadableEvent) return { record, refusal: { reason: error.defect, error: error.message } };
      // A contract that throws instead of saying no is a bug, but the bug of one event.
      return { record, refusal: { reason: 'contract_violation', error: errorName(error) } };
    }
  }

  /** Returns the same record, to be parked because its handler failed. */
  refuse({ record, event }: ParsedRecord, reason: ParkReason, error: unknown): ParsedRecord {
    return {
      record,
      ...(event && { event }),
      refusal: { reason, error: describeError(error, this.plan.personalTopics.has(record.topic)) },
    };
  }

  /**
   * Processes a slice, all of it or (when it throws) nothing: what was received before is left out, what waits behind a parked
   * event is parked too, the rest is handled in order.
   */
  async process(tx: Tx, slice: readonly ParsedRecord[]): Promise<BatchResult> {
    const { consumer, projection, handlers, personalTopics } = this.plan;
    if (projection) await writeProjection(tx, projection);
    const { accepted, parked, duplicates, filled } = await this.inbox.admit(tx, slice);
    for (const [handler, run] of runsOf(accepted, this.plan)) {
      const events = run.map(({ event }) => event);
      const began = performance.now();
      await processing(consumer, run, () => handler.handle(events, tx));
      this.measure(handler, (performance.now() - began) / 1000);
    }
    await park(tx, consumer, parked, (topic) => (personalTopics.has(topic) ? this.cipher : undefined));
    const applied = accepted.map(({ event }) => event).filter(({ type }) => handlers.has(type));
    await this.hooks.afterHandle?.(applied.map(({ id }) => id));
    return { applied, ignored: accepted.length - applied.length, duplicates, parked, filled };
  }
}

/** Returns the runs of events that follow each other and have the same handler, so that a batch handler gets as many as possible, in order. */
function runsOf(accepted: readonly Accepted[], { handlers }: ConsumerPlan): [Handler, Accepted[]][] {
  const runs: [Handler, Accepted[]][] = [];
  for (const each of accepted) {
    const handler = handlers.get(each.event.type);
    const last = runs.at(-1);
    if (!handler) continue;
    if (last && last[0] === handler && handler.batch) last[1].push(each);
    else runs.push([handler, [each]]);
  }
  return runs;
}
