import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { nameOf } from '../bus/failures.ts';

/** How long an event's id is remembered. What comes again later is still known by its version, as long as its aggregate lives. */
export const rememberedDays = 90;
const everyMs = 3_600_000;
const batchSize = 10_000;

/** Forgets old ids once an hour, some at a time. */
export class InboxRetention {
  private readonly log = new Logger(InboxRetention.name);
  private timer?: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Pick<DataSource, 'query'>) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.forget().catch((error: unknown) =>
        this.log.warn(`Old ids could not be forgotten: ${nameOf(error)}`),
      );
    }, everyMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Deletes what is older than `days`. Answers how many ids went. */
  async forget(days = rememberedDays): Promise<number> {
    for (let total = 0; ;) {
      const rows = await this.database.query<unknown[]>(forgetSql, [days, batchSize]);
      total += rows.length;
      if (rows.length < batchSize) return total;
    }
  }
}

/** An event that is still parked is remembered for as long as it is. */
const forgetSql = `
  WITH forgotten AS (
    DELETE FROM inbox WHERE ctid = ANY (ARRAY(
      SELECT i.ctid FROM inbox i WHERE received_at < now() - make_interval(days => $1) AND NOT EXISTS (
        SELECT FROM parked_events p WHERE p.event_id = i.event_id AND p.consumer = i.consumer AND p.state = 'waiting') LIMIT $2))
    RETURNING event_id
  ) SELECT event_id FROM forgotten`;
