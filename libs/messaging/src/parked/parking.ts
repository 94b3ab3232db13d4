import { randomUUIDv7 } from 'node:crypto';

import { AppError, type Cipher, errorName, scrub, type Tx } from '@janela/platform';

import type { IncomingRecord } from '../bus/event-bus.ts';
import { maxEventBytes } from '../bus/cloud-events.ts';
import type { RecordToPark } from '../inbox/parsed-record.ts';
import { describeRecord, UnreadableEvent } from '../inbox/received-event.ts';
import { storable, storableKey } from '../inbox/storable.ts';

const purpose = 'messaging.parked-event';

/** Rows in one statement: few enough that the largest events together do not fill the memory. */
const atOnce = 50;

/** Stores records as parked events of a consumer; one that is there already stays as it is. */
export async function park(
  tx: Tx,
  consumer: string,
  parkings: readonly RecordToPark[],
  cipherFor: (topic: string) => Cipher | undefined,
): Promise<void> {
  for (let from = 0; from < parkings.length; from += atOnce) {
    const rows = parkings.slice(from, from + atOnce).map((parking) => rowOf(parking, cipherFor));
    const columns = columnTypes.map((_, column) => rows.map((row) => row[column]));
    await tx.query(insertSql, [consumer, ...columns]);
  }
}

/** The values of a row, in the order of `insertSql`. */
function rowOf(
  { record, event, reason, error }: RecordToPark,
  cipherFor: (topic: string) => Cipher | undefined,
): unknown[] {
  const id = randomUUIDv7();
  const described = describeRecord(record);
  const type = event?.type ?? described.type;
  const { topic, partition, offset, value } = record;
  const kept = value && value.length <= maxEventBytes ? value : null;
  const sealed = (kept && cipherFor(topic)?.seal(purpose, kept.toString('base64'), id)) ?? null;
  return [
    id,
    topic,
    partition,
    offset,
    storableKey(record.key),
    event?.id ?? described.eventId,
    type && storable(type),
    event?.aggregateVersion ?? described.aggregateVersion,
    reason,
    error,
    JSON.stringify(storableHeaders(record)),
    sealed === null ? kept : null,
    sealed,
    value?.length ?? 0,
  ];
}

const columnTypes = [
  ...['uuid', 'text', 'int', 'bigint', 'text', 'uuid', 'text', 'bigint', 'text', 'text'],
  ...['jsonb', 'bytea', 'text', 'int'],
];
const insertSql = `
  INSERT INTO parked_events (consumer, id, topic, partition, "offset", key, event_id, type, aggregate_version, reason, error,
    headers, payload, sealed_payload, payload_bytes)
  SELECT $1, * FROM unnest(${columnTypes.map((type, index) => `$${index + 2}::${type}[]`).join(', ')})
  ON CONFLICT (consumer, topic, partition, "offset") DO NOTHING`;

/** The value of a parked event as it came; null when it was not kept. */
export function payloadOf(
  row: { id: string; topic: string; payload: Buffer | null; sealed_payload: string | null },
  cipherFor: (topic: string) => Cipher | undefined,
): Buffer | null {
  const { sealed_payload: sealed } = row;
  if (sealed === null) return row.payload;
  const opened = cipherFor(row.topic)?.open(purpose, sealed, row.id);
  return opened === undefined ? null : Buffer.from(opened, 'base64');
}

/** Returns what is written about an error. On a personal topic only its kind, since what it says may quote the event. */
export function describeError(error: unknown, personal: boolean): string {
  if (error instanceof UnreadableEvent) return error.message;
  if (error instanceof AppError) return personal ? error.code : `${error.code}: ${error.message}`;
  const name = errorName(error);
  return personal || !(error instanceof Error) ? name : `${name}: ${storable(scrub(error.message)).slice(0, 500)}`;
}

/** The event's attributes; anything else that was sent is dropped, and so is the length of it. */
function storableHeaders({ headers }: IncomingRecord): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => /^(ce_[a-z0-9]{1,20}|content-type)$/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, storable(value).slice(0, 500)]));
}
