import { Injectable } from '@nestjs/common';
import { Id, type Consumed, type ParkedEvent, type ParkedEventRelease, type ParkedEventState } from '@janela/contracts';
import { Cursors, Database, type Actor, type Page } from '@janela/platform';
import { Messaging } from './messaging.ts';
import { listParkedEvents } from './parked-events.queries.ts';

/** What people may ask and do about the events that a service receives. */
@Injectable()
export class Operations {
  constructor(
    private readonly messaging: Messaging,
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** For a screen that waits for this service's reaction: `consumed` once every effect of the event is there to be read. */
  async consumed(actor: Actor, eventId: string): Promise<Consumed> {
    const [found] = await this.database.read(actor, (tx) =>
      tx.query<{ state: Consumed['state'] }[]>(consumedSql, [eventId]),
    );
    return { eventId, state: found?.state ?? 'not_seen' };
  }

  async listParked(
    actor: Actor,
    { state, limit, after }: { state: ParkedEventState; limit: number; after?: string | undefined },
  ): Promise<Page<ParkedEvent>> {
    const list = `parked-events ${state}`;
    const from = this.cursors.read(list, Id, after);
    const rows = await this.database.read(actor, (tx) => listParkedEvents(tx, state, limit, from));
    return this.cursors.page(
      list,
      rows,
      limit,
      (row) => row,
      ({ id }) => id,
    );
  }

  retry(actor: Actor, id: string): Promise<ParkedEventRelease> {
    return this.messaging.parkedEvents.retry(actor, id);
  }

  setAside(actor: Actor, id: string, reason: string): Promise<ParkedEventRelease> {
    return this.messaging.parkedEvents.setAside(actor, id, reason);
  }
}

/** A projection that is still being built is nobody's answer yet, and says nothing here. */
const consumedSql = `
  WITH building AS (SELECT '.' || name || '.v' || version AS suffix FROM projections WHERE state <> 'active'),
  served AS (
    SELECT consumer FROM inbox i WHERE event_id = $1
    AND NOT EXISTS (SELECT FROM building WHERE i.consumer LIKE '%' || suffix)
  )
  SELECT CASE
    WHEN EXISTS (SELECT FROM parked_events p JOIN served USING (consumer) WHERE p.event_id = $1 AND p.state = 'waiting') THEN 'parked'
    WHEN EXISTS (SELECT FROM served) THEN 'consumed'
    ELSE 'not_seen' END AS state`;
