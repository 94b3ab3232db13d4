import { type AnyEvent, type DataOf, findEvent } from '@janela/contracts';
import type { DataSource } from 'typeorm';

/** An event as it waits in the outbox, read by its contract. */
export interface PublishedEvent<E extends AnyEvent = AnyEvent> {
  id: string;
  type: string;
  topic: string;
  key: string;
  aggregateVersion: number;
  data: DataOf<E>;
  /** The JSON that goes on the wire. */
  json: string;
}

interface Row {
  event_id: string;
  type: string;
  topic: string;
  key: string;
  aggregate_version: string;
  data: string;
}

/**
 * What a service with `JANELA_EVENTS: 'off'` has published so far, in order; of one kind, or everything. Throws when something
 * is not in the catalogue or does not fit its contract.
 */
export async function published<E extends AnyEvent>(dataSource: DataSource, event?: E): Promise<PublishedEvent<E>[]> {
  const rows = await dataSource.query<Row[]>(
    'SELECT event_id, type, topic, key, aggregate_version, data FROM outbox WHERE $1::text IS NULL OR type = $1 ORDER BY id',
    [event?.type ?? null],
  );
  return rows.map(({ event_id: id, type, topic, key, aggregate_version: version, data: json }) => {
    const known = findEvent(type);
    if (!known?.mayArriveOn(topic)) throw new Error(`${type} on ${topic} is not in the catalogue`);
    const data = known.data.parse(JSON.parse(json)) as DataOf<E>;
    return { id, type, topic, key, aggregateVersion: Number(version), data, json };
  });
}
