import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { deleteInBatches } from '../tasks/delete-in-batches.ts';
import { RepeatedTask } from '../tasks/repeated-task.ts';

/** How long a key is remembered: longer than any client, offline device or payment run keeps trying. */
export const rememberedDays = 90;

/** Deletes old answers once an hour; they may hold personal data and are of no use any more. */
@Injectable()
export class AnswersRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task = new RepeatedTask({
    everyMs: 3_600_000,
    failure: 'Old answers cannot be deleted',
    run: () => this.forget(),
  });

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.task.stop();
  }

  /** Deletes answers older than `rememberedDays`, a batch at a time. Returns how many were deleted. */
  forget(): Promise<number> {
    return deleteInBatches(async (limit) => {
      const [, count] = await this.dataSource.query<[unknown, number]>(forgetSql, [rememberedDays, limit]);
      return count;
    });
  }
}

const forgetSql = `
  DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM idempotency_keys WHERE created_at < now() - make_interval(days => $1) LIMIT $2))`;
