import type { ProcessSupervisor, Log, ServerProcess } from '@janela/supervisor';

import type { Addresses, Ports } from './addresses.ts';
import { requireFree } from './addresses.ts';
import { prepareKafka } from './kafka.ts';
import { preparePostgres } from './postgres.ts';
import { thisMachine } from './programs.ts';
import { prepareRedis } from './redis.ts';

export type ProcessesOptions = {
  data: string;
  ports: Ports;
  durable: boolean;
  cache: string;
  supervisor: ProcessSupervisor;
  log: Log;
  /** Those to start: whatever the environment did not name. */
  wanted: (keyof Addresses)[];
};

/**
 * Starts the wanted servers as processes of this machine, all at once. Whatever there is to refuse is refused before the
 * first one starts.
 */
export async function startProcesses(options: ProcessesOptions): Promise<ServerProcess[]> {
  const { wanted, ports, data, durable, cache, supervisor, log } = options;
  const machine = thisMachine();
  await requireFreePorts(wanted, ports);
  const { postgres, redis, kafka, controller } = ports;
  const prepare = {
    postgresUrl: () => preparePostgres({ data, port: postgres, durable, supervisor }),
    redisUrl: () => prepareRedis({ data, port: redis, durable, supervisor, machine, log }),
    kafkaBrokers: () =>
      prepareKafka({ data, port: kafka, controllerPort: controller, cache, supervisor, machine, log }),
  };
  const servers = await all(wanted.map((name) => prepare[name]()));
  await all(servers.map((server) => server.start()));
  return servers;
}

/** Waits for all to settle, so that nothing goes on behind a refusal; then throws the first, if there is one. */
async function all<T>(promises: Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(promises);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function requireFreePorts(wanted: (keyof Addresses)[], ports: Ports): Promise<void> {
  if (wanted.includes('postgresUrl')) await requireFree(ports.postgres, 'Postgres', 'JANELA_POSTGRES_URL');
  if (wanted.includes('redisUrl')) await requireFree(ports.redis, 'Redis', 'JANELA_REDIS_URL');
  if (!wanted.includes('kafkaBrokers')) return;
  await requireFree(ports.kafka, 'Kafka', 'JANELA_KAFKA_BROKERS');
  await requireFree(ports.controller, "Kafka's controller", 'JANELA_KAFKA_BROKERS');
}
