import { Injectable } from '@nestjs/common';
import { Id, type Consumed, type ParkedEvent, type ParkedEventRelease, type ParkedEventState } from '@janela/contracts';
import { Cursors, Database, type Actor, type Page } from '@janela/platform';

import { Messaging } from '../runtime/messaging.ts';
import { listParkedEvents } from '../parked/parked-events.queries.ts';

/** What people may see and do about the events that a service receives. */
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
    return this.cursors.page(list, rows, limit, { item: (row) => row, position: ({ id }) => id });
  }

  retry(actor: Actor, id: string): Promise<ParkedEventRelease> {
    return this.messaging.parkedEvents.retry(actor, id);
  }

  setAside(actor: Actor, id: string, reason: string): Promise<ParkedEventRelease> {
    return this.messaging.parkedEvents.setAside(actor, id, reason);
  }
}

/** A projection that is still being built, or no longer read, does not count. */
const consumedSql = `
  WITH unread AS (SELECT '%.' || name || '.v' || version AS pattern FROM projections WHERE state <> 'active'),
  received AS (SELECT consumer FROM inbox WHERE event_id = $1),
  parked AS (SELECT consumer FROM parked_events WHERE event_id = $1 AND state = 'waiting')
  SELECT CASE
    WHEN EXISTS (SELECT FROM parked WHERE NOT EXISTS (SELECT FROM unread WHERE consumer LIKE pattern)) THEN 'parked'
    WHEN EXISTS (SELECT FROM received WHERE NOT EXISTS (SELECT FROM unread WHERE consumer LIKE pattern)) THEN 'consumed'
    ELSE 'not_seen' END AS state`;
