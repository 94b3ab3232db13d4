import type { IncomingRecord } from './event-bus.ts';

/** The attributes of a CloudEvent as text, `datacontenttype` among them, and its data as it came. */
export interface CloudEvent {
  readonly attributes: Readonly<Record<string, string>>;
  /** JSON text, or for an event in structured mode the value that was inside it. Absent when the event has no data. */
  readonly data?: { readonly json: Buffer } | { readonly value: unknown };
}

/** What our own events say about themselves. */
export interface EventAttributes {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** RFC 3339, UTC. */
  readonly time: string;
  /** The aggregate's id; also the key of the record. */
  readonly key: string;
  readonly aggregateVersion: number | string;
  readonly traceparent?: string | null;
}

/** The record is not a CloudEvent 1.0 that we can read. The message never quotes the payload. */
export class NotACloudEvent extends Error {
  override readonly name = 'NotACloudEvent';
}

/** The most bytes of JSON that one event may have: the broker's limit of a mebibyte, less room for headers. */
export const maxEventBytes = 900_000;

/** Returns the `source` by which a service signs the events that it publishes. */
export const sourceOf = (service: string): string => `/janela/${service}`;

const jsonType = 'application/json';
const structuredType = 'application/cloudevents';
const requiredAttributes = ['id', 'source', 'type', 'specversion'] as const;

/** The headers of an event in Kafka binary mode; the record's value is then the data alone. */
export function toHeaders(event: EventAttributes): Record<string, string> {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_time: event.time,
    ce_partitionkey: event.key,
    ce_aggregateversion: String(event.aggregateVersion),
    'content-type': jsonType,
  };
  if (event.traceparent) headers['ce_traceparent'] = event.traceparent;
  return headers;
}

/** Reads a record in binary or structured mode, distinguished by its `content-type`. Throws `NotACloudEvent`. */
export function readCloudEvent({ headers, value }: Pick<IncomingRecord, 'headers' | 'value'>): CloudEvent {
  const contentType = header(headers, 'content-type') ?? '';
  const event = contentType.toLowerCase().startsWith(structuredType)
    ? readStructured(contentType, value)
    : readBinary(headers, value, contentType);
  const missing = requiredAttributes.filter((name) => !event.attributes[name]);
  if (missing.length > 0) throw new NotACloudEvent(`It does not say: ${missing.join(', ')}.`);
  if (event.attributes['specversion'] !== '1.0') throw new NotACloudEvent('It is not of CloudEvents version 1.0.');
  return event;
}

function readBinary(headers: IncomingRecord['headers'], value: Buffer | null, contentType: string): CloudEvent {
  const attributes: Record<string, string> = {};
  for (const name in headers) {
    if (name.startsWith('ce_')) attributes[name.slice(3)] = headers[name] ?? '';
  }
  if (contentType) attributes['datacontenttype'] = contentType;
  return value === null ? { attributes } : { attributes, data: { json: value } };
}

function readStructured(contentType: string, value: Buffer | null): CloudEvent {
  if (!contentType.toLowerCase().startsWith(`${structuredType}+json`)) {
    throw new NotACloudEvent('It is in a structured format other than JSON.');
  }
  const { data, ...rest } = parseObject(value);
  const attributes: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(rest)) {
    if (name !== 'data_base64' && attribute !== null) attributes[name] = String(attribute);
  }
  // JSON is what the JSON format means when it does not say.
  attributes['datacontenttype'] ??= jsonType;
  return data === undefined ? { attributes } : { attributes, data: { value: data } };
}

function parseObject(value: Buffer | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(value?.toString() ?? '');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Falls through: what JSON.parse says would quote the payload.
  }
  throw new NotACloudEvent('It says it is a structured event, but is not a JSON object.');
}

const header = (headers: IncomingRecord['headers'], name: string) =>
  headers[name] ?? Object.entries(headers).find(([other]) => other.toLowerCase() === name)?.[1];
