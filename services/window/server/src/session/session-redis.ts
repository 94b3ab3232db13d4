import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HealthChecks, InjectConfig, redisTls } from '@janela/platform';
import { Redis } from 'ioredis';

import type { WindowConfig } from '../window.config.ts';

/** The Redis that holds sign-ins and sessions. A session that is lost there is only a reason to sign in again. */
@Injectable()
export class SessionRedis extends Redis implements OnModuleInit, OnModuleDestroy {
  constructor(
    @InjectConfig() config: WindowConfig,
    private readonly health: HealthChecks,
  ) {
    super(config.JANELA_REDIS_URL, {
      ...redisTls(config),
      maxRetriesPerRequest: 2,
      keyPrefix: 'window:',
      lazyConnect: true,
    });
    // The health check says it; an unheard 'error' event would end the process.
    this.on('error', () => undefined);
  }

  async onModuleInit(): Promise<void> {
    this.health.add('redis', async () => {
      await this.ping();
    });
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    await this.quit().catch(() => undefined);
  }
}
