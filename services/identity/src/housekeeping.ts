import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, systemActor } from '@janela/platform';

import { Issuer } from './issuer/issuer.ts';
import { RecordEntity } from './issuer/record.entity.ts';
import { publishAheadMs } from './keys/key-ring.ts';
import { KeysService } from './keys/keys.service.ts';
import { AttemptsService } from './sign-in/attempts.service.ts';

const self = systemActor('identity');
const sweepEveryMs = 300_000;

/** A key is noticed well before it begins to sign. */
const lookForKeysEveryMs = publishAheadMs / 4;

/** What is done by the clock: taking up new keys, and forgetting what has expired. Any number of instances may do it. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Housekeeping.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: Database,
    private readonly issuer: Issuer,
    private readonly keys: KeysService,
    private readonly attempts: AttemptsService,
  ) {}

  onApplicationBootstrap(): void {
    this.every(lookForKeysEveryMs, () => this.issuer.refresh());
    this.every(sweepEveryMs, () => this.sweep());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Forgets expired sessions, codes and tokens, old failures, and keys whose time is over. */
  async sweep(): Promise<void> {
    const { affected } = await this.database.write(self, (tx) =>
      tx.createQueryBuilder().delete().from(RecordEntity).where('expires_at < now()').execute(),
    );
    const forgotten = await this.attempts.forgetOld();
    const keys = await this.keys.forgetRetired();
    this.log.debug({ records: affected ?? 0, forgotten, keys }, 'Swept');
  }

  private every(ms: number, work: () => Promise<void>): void {
    const run = () =>
      void work().catch((error: unknown) => this.log.warn({ err: error }, 'Housekeeping failed; it is tried again'));
    this.timers.push(setInterval(run, ms).unref());
  }
}
