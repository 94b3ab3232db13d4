import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { HealthChecks } from '../health/health-checks.ts';
import { Metrics } from '../health/metrics.ts';
import { watchPool } from './pool-metrics.ts';

/** Watches the connection, and closes it when everything else has stopped: running requests still need it. */
@Injectable()
export class DatabaseConnection implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    health.add('database', async () => {
      await this.dataSource.query('SELECT 1');
    });
    watchPool(dataSource, metrics);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
