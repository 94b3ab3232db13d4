import type { Addresses, Ports } from './addresses.ts';
import { requireFree } from './addresses.ts';
import { startKafka } from './kafka.ts';
import type { Leash } from './leash.ts';
import { startPostgres } from './postgres.ts';
import { thisMachine } from './programs.ts';
import { startRedis } from './redis.ts';
import type { Say } from './say.ts';
import type { ServerProcess } from './server-process.ts';

export type ProcessesOptions = {
  data: string;
  ports: Ports;
  durable: boolean;
  cache: string;
  leash: Leash;
  say: Say;
  /** Those to start: whatever the environment did not name. */
  wanted: (keyof Addresses)[];
};

/** Starts the wanted servers as processes of this machine, all at once. If one refuses, so does this, once all have settled. */
export async function startProcesses({
  wanted,
  ports,
  data,
  durable,
  cache,
  leash,
  say,
}: ProcessesOptions): Promise<ServerProcess[]> {
  const machine = thisMachine();
  await requireFreePorts(wanted, ports);
  const starters = {
    postgresUrl: () => startPostgres({ data, port: ports.postgres, durable, leash }),
    redisUrl: () => startRedis({ data, port: ports.redis, durable, leash, machine, say }),
    kafkaBrokers: () =>
      startKafka({ data, port: ports.kafka, controllerPort: ports.controller, cache, leash, machine, say }),
  };
  const outcomes = await Promise.allSettled(wanted.map((name) => starters[name]()));
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
