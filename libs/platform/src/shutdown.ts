import { setTimeout as wait } from 'node:timers/promises';

import type { RunningContext } from './bootstrap.ts';
import { HealthChecks } from './health/health-checks.ts';
import { Log } from './logs/logger.ts';
import { stopTracing } from './telemetry/tracing.ts';

const patienceMs = 15_000;

/**
 * On SIGTERM or SIGINT: not ready at once, so that nothing new comes; then requests, consumers and jobs in hand are finished;
 * then the process ends with code 0. A second signal, or too long a wait, ends it with code 1.
 */
export function stopOnSignal(service: RunningContext, drainMs: number): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    service.app.get(Log).log('stopping');
    setTimeout(() => process.exit(1), drainMs + patienceMs).unref();
    void finish(service, drainMs).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function finish(service: RunningContext, drainMs: number): Promise<void> {
  service.app.get(HealthChecks, { strict: false }).drain();
  await wait(drainMs);
  await service.close();
  await stopTracing();
}
