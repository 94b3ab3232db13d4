import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, RepeatedTask } from '@janela/platform';

import { system } from './identity.actor.ts';
import { KeysService } from './keys/keys.service.ts';
import { RecordEntity } from './records/record.entity.ts';
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
    const { affected } = await this.database.write(system, (tx) =>
      tx.createQueryBuilder().delete().from(RecordEntity).where('expires_at < now()').execute(),
    );
    const attempts = await this.attempts.forgetOld();
    const keys = await this.keys.forgetRetired();
    this.log.debug({ records: affected ?? 0, attempts, keys }, 'Deleted what has expired');
  }
}
