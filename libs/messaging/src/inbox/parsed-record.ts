import type { IncomingRecord } from '../bus/event-bus.ts';
import type { Defect, ReceivedEvent } from './received-event.ts';

/** Why an event is parked, for a person and for a metric. */
export type ParkReason =
  | Defect
  /** Its handler refused it with an `AppError`. */
  | 'refused'
  /** Its handler failed as often as is tried. */
  | 'failed'
  /** The process died each time it was handled. */
  | 'ends_the_process'
  /** A version of its aggregate is missing before it. */
  | 'version_gap'
  /** Another event of its aggregate was applied under the same or a later version, and this one was never received. */
  | 'version_reused'
  /** Nothing is wrong with it; an earlier event of its aggregate is parked. */
  | 'behind_parked';

/** A record that is about to be stored among the parked events. */
export interface RecordToPark {
  readonly record: IncomingRecord;
  /** What was read, where it could be: what the headers alone say is less for an event in structured mode. */
  readonly event?: ReceivedEvent | undefined;
  readonly reason: ParkReason;
  readonly error: string | null;
}

/** A record that has been read: an event to handle, or a reason why it must be parked. */
export interface ParsedRecord {
  readonly record: IncomingRecord;
  readonly event?: ReceivedEvent;
  readonly refusal?: { readonly reason: ParkReason; readonly error: string };
}

/** Why a record has no place among the events of the aggregate that its key names, whatever version it says it has. */
const withoutPlace: ReadonlySet<string> = new Set([
  'wrong_source',
  'version_reused',
  'not_a_cloud_event',
  'bad_id',
  'bad_time',
  'bad_aggregate_version',
  'wrong_topic',
  'wrong_key',
]);

/** Returns whether the place of a parked record in its aggregate cannot be known: nothing waits behind it, and it is released only by itself. */
export const standsAlone = (reason: string, version: number | string | null | undefined): boolean =>
  version === null || version === undefined || withoutPlace.has(reason);

/** The same condition on a row of `parked_events`. */
export const standsAloneSql = `(aggregate_version IS NULL OR reason IN (${[...withoutPlace].map((reason) => `'${reason}'`).join(', ')}))`;
