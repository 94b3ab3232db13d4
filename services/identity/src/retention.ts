import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, deleteInBatches, RepeatedTask } from '@janela/platform';

import { system } from './system.ts';
import { KeysService } from './keys/keys.service.ts';
import { AttemptsService } from './sign-in/attempts.service.ts';

/** Deletes what has expired, every five minutes. Any number of instances may do it. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Retention.name);
  private readonly task = new RepeatedTask({
    everyMs: 300_000,
    failure: 'What has expired cannot be deleted',
    run: () => this.forget(),
  });

  constructor(
    private readonly database: Database,
    private readonly keys: KeysService,
    private readonly attempts: AttemptsService,
  ) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  /** Deletes expired sessions, codes and tokens, old failures, and keys whose time is over. */
  async forget(): Promise<void> {
    const records = await deleteInBatches((limit) =>
      this.database.write(system, async (tx) => {
        const [, count] = await tx.query<[unknown, number]>(forgetSql, [limit]);
        return count;
      }),
    );
    const attempts = await this.attempts.forgetOld();
    const keys = await this.keys.forgetRetired();
    this.log.debug({ records, attempts, keys }, 'Deleted what has expired');
  }
}

const forgetSql = `
  DELETE FROM oidc_records WHERE ctid = ANY (ARRAY(SELECT ctid FROM oidc_records WHERE expires_at < now() LIMIT $1))`;
