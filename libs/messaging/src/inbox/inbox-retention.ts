import { deleteInBatches, RepeatedTask } from '@janela/platform';
import type { DataSource } from 'typeorm';

/** How long an event's id is remembered. What comes again later is still known by its version, as long as its aggregate lives. */
export const rememberedDays = 90;

/** Deletes old ids once an hour, a batch at a time. */
export class InboxRetention {
  private readonly task = new RepeatedTask({
    everyMs: 3_600_000,
    failure: 'Old ids of the inbox cannot be deleted',
    run: () => this.forget(),
  });

  constructor(private readonly database: Pick<DataSource, 'query'>) {}

  start(): void {
    this.task.start();
  }

  stop(): Promise<void> {
    return this.task.stop();
  }

  /** Deletes what is older than `days`. Returns how many were deleted. */
  forget(days = rememberedDays): Promise<number> {
    return deleteInBatches(async (limit) => (await this.database.query<unknown[]>(forgetSql, [days, limit])).length);
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
