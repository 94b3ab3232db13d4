import { isUtf8 } from 'node:buffer';

import type { AnyEvent, DataOf } from '@janela/contracts';

import { maxEventBytes, NotACloudEvent, readCloudEvent, sourceOf, type CloudEvent } from '../bus/cloud-events.ts';
import type { IncomingRecord } from '../bus/event-bus.ts';

/** An event as a handler gets it: read, and found to keep its contract. A union of events gives a union discriminated by `type`. */
export type ReceivedEvent<E extends AnyEvent = AnyEvent> = E extends AnyEvent
  ? {
      /** Unique, also across redeliveries. */
      readonly id: string;
      readonly type: E['type'];
      /** The aggregate's id. */
      readonly key: string;
      readonly data: DataOf<E>;
      /** 1 for the aggregate's first event, then one more each time. */
      readonly aggregateVersion: number;
      /** Where it arrived. Of a branched topic only one service writes each branch. */
      readonly topic: string;
      /** When the publisher's transaction began; RFC 3339, UTC. */
      readonly time: string;
      /** `/janela/<service>`: the one that publishes this event. */
      readonly source: string;
      readonly traceparent?: string;
    }
  : never;

/** Why a record can never become an event, in a word. */
export type Defect =
  | 'tombstone'
  | 'too_large'
  | 'not_a_cloud_event'
  | 'wrong_content_type'
  | 'bad_id'
  | 'bad_time'
  | 'bad_aggregate_version'
  | 'unknown_type'
  | 'unknown_version'
  | 'wrong_topic'
  | 'wrong_source'
  | 'not_json'
  | 'contract_violation'
  | 'wrong_key';

/** The record is no event of ours. The message names fields and codes, never values, so that it may be stored and shown. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor(
    readonly defect: Defect,
    message: string,
  ) {
    super(message);
  }
}

/** The events one may receive, by type. */
export type Catalogue = ReadonlyMap<string, AnyEvent>;

/** Judges a record and reads it. Throws `UnreadableEvent`; nothing else. */
export function readEvent(record: IncomingRecord, catalogue: Catalogue): ReceivedEvent {
  if (record.value === null) throw new UnreadableEvent('tombstone', 'The record has no value.');
  const bytes = record.value.length;
  if (bytes > maxEventBytes) throw new UnreadableEvent('too_large', `${bytes} bytes, of at most ${maxEventBytes}.`);
  const { attributes, data } = asCloudEvent(record);
  const event = contractOf(attributes['type'] ?? '', record.topic, catalogue);
  const envelope = readEnvelope(attributes);
  // Accidents stop here; the broker's access lists stop a service that signs as another on purpose.
  if (envelope.source !== sourceOf(event.writerOn(record.topic))) {
    throw new UnreadableEvent('wrong_source', 'The source is not the service that publishes this event here.');
  }
  const contentType = attributes['datacontenttype'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new UnreadableEvent('wrong_content_type', 'The data is not application/json.');
  }
  const parsed = event.data.safeParse(jsonOf(data));
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'data'} (${code})`);
    throw new UnreadableEvent('contract_violation', `Against the contract: ${where.join(', ')}.`);
  }
  const key = event.keyOf(parsed.data);
  if (record.key !== key || (attributes['partitionkey'] ?? key) !== key || !isStorable(key)) {
    throw new UnreadableEvent('wrong_key', `The key of the record is not the ${event.keyField} of its data.`);
  }
  if (event.branched && event.topicOf(parsed.data) !== record.topic) {
    throw new UnreadableEvent('wrong_topic', `The data of the event belong on another topic than ${record.topic}.`);
  }
  return { ...envelope, type: event.type, topic: record.topic, key, data: parsed.data };
}

/** Returns what is known of a record that could not be read, for the operator. */
export function describeRecord({ headers }: IncomingRecord): {
  eventId?: string;
  type?: string;
  aggregateVersion?: string;
} {
  const { ce_id: id, ce_type: type, ce_aggregateversion: version } = headers;
  return {
    ...(id && uuidPattern.test(id) && { eventId: id.toLowerCase() }),
    ...(type && { type: type.slice(0, 200) }),
    ...(version && versionPattern.test(version) && { aggregateVersion: version }),
  };
}

/** An index entry has its limits; the ids of aggregates are far below. */
export const maxKeyLength = 200;
const isStorable = (key: string) => key.length <= maxKeyLength && !key.includes('\0');

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const versionPattern = /^[1-9]\d{0,14}$/;
const rfc3339Pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function asCloudEvent(record: IncomingRecord): CloudEvent {
  try {
    return readCloudEvent(record);
  } catch (error) {
    if (error instanceof NotACloudEvent) throw new UnreadableEvent('not_a_cloud_event', error.message);
    throw error;
  }
}

function contractOf(type: string, topic: string, catalogue: Catalogue): AnyEvent {
  const event = catalogue.get(type);
  if (!event) {
    const name = type.replace(/\.v\d+$/, '.v');
    const known = [...catalogue.keys()].some((other) => other.replace(/\d+$/, '') === name);
    throw new UnreadableEvent(
      known ? 'unknown_version' : 'unknown_type',
      known ? 'The event is known, but not in this version.' : 'No such event is known here.',
    );
  }
  if (!event.mayArriveOn(topic)) throw new UnreadableEvent('wrong_topic', `The event does not belong on ${topic}.`);
  return event;
}

function readEnvelope(attributes: CloudEvent['attributes']) {
  const { id = '', source = '', time = '', aggregateversion: version = '', traceparent } = attributes;
  if (!uuidPattern.test(id)) throw new UnreadableEvent('bad_id', 'The id is not a UUID.');
  if (!rfc3339Pattern.test(time) || Number.isNaN(Date.parse(time))) {
    throw new UnreadableEvent('bad_time', 'The time is missing or not of RFC 3339.');
  }
  if (!versionPattern.test(version)) {
    throw new UnreadableEvent(
      'bad_aggregate_version',
      'The aggregateversion is missing or not a whole number above zero.',
    );
  }
  return { id: id.toLowerCase(), source, time, aggregateVersion: Number(version), ...(traceparent && { traceparent }) };
}

function jsonOf(data: CloudEvent['data']): unknown {
  if (!data) throw new UnreadableEvent('contract_violation', 'The event has no data.');
  if ('value' in data) return data.value;
  try {
    if (isUtf8(data.json)) return JSON.parse(data.json.toString());
  } catch {
    // Falls through: what JSON.parse says would quote the payload.
  }
  throw new UnreadableEvent('not_json', 'The value is not JSON in UTF-8; it may have been cut off.');
}
