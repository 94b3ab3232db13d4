import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';

import type { Metrics } from '../health/metrics.ts';

/** What of pg's pool is read here; TypeORM keeps it in the driver, untyped. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Shows how many connections are in use, idle, and waited for: the first thing to look at when a service is slow. */
export function watchPool(dataSource: DataSource, metrics: Metrics): void {
  const { master: pool } = dataSource.driver as unknown as { master?: Pool };
  if (!pool) return;
  new Gauge({
    name: 'janela_database_connections',
    help: 'Database connections by what they are doing; "waiting" are requests without one',
    labelNames: ['state'],
    registers: [metrics.registry],
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
