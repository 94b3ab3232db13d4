import { setTimeout as wait } from 'node:timers/promises';

import { ConfigurationError, type Environment, readConfig } from './config/read-config.ts';
import type { ConfigSchema, ServiceConfig } from './config/service-config.ts';
import { HealthChecks } from './health/health-checks.ts';
import { Log } from './logs/logger.ts';
import type { RunningContext } from './running-service.ts';
import { stopTracing } from './telemetry/tracing.ts';

const patienceMs = 15_000;

/** The life of a service's process: configuration, start, and an orderly stop. Whatever goes wrong ends it with code 1. */
export async function runUntilSignal<C extends ServiceConfig>(
  schema: ConfigSchema<C>,
  environment: Environment,
  start: (config: C) => Promise<RunningContext>,
): Promise<void> {
  try {
    const config = readConfig(schema, environment);
    const service = await start(config);
    endOnBug(service);
    stopOnSignal(service, config.JANELA_DRAIN_MS);
  } catch (error) {
    const inWords = error instanceof ConfigurationError ? error.message : undefined;
    process.stderr.write(`${inWords ?? String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(1);
  }
}

/**
 * On SIGTERM or SIGINT: not ready at once, so that nothing new comes; then running requests, consumers and jobs are finished;
 * then the process ends with code 0. A second signal, or too long a wait, ends it with code 1.
 */
function stopOnSignal(service: RunningContext, drainMs: number): void {
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

/** An uncaught error leaves the process in an unknown state. Logged here, because Node would print its message. */
function endOnBug({ app }: RunningContext): void {
  process.on('uncaughtException', (err) => {
    app.get(Log).fatal('uncaught', { err });
    process.exit(1);
  });
}
