import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How long a key is remembered: longer than any client, offline device or payment run keeps trying. */
export const rememberedDays = 90;

const intervalMs = 3_600_000;
const batch = 10_000;

/** Forgets old answers once an hour; they may hold personal data and are of no use any more. */
@Injectable()
export class AnswersRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(AnswersRetention.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.forget().catch((error: unknown) => this.#log.warn('Old answers could not be forgotten', { err: error }));
    }, intervalMs);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Deletes answers older than `rememberedDays`, some at a time. Gives how many went. */
  async forget(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM idempotency_keys WHERE created_at < now() - make_interval(days => $1) LIMIT $2))`,
      [rememberedDays, batch],
    );
    return count;
  }
}
