import { ScriptProcess } from '@janela/testing';

/** The servers that a registry in a process of its own works with. */
export interface Servers {
  readonly redisUrl: string;
  readonly kafkaBrokers: readonly string[];
}

/** What such a registry is given: its database, who signs people in, the servers, and whatever else its environment is to say. */
export interface Surroundings {
  databaseUrl: string;
  issuerUrl: string;
  servers: Servers;
  environment?: Readonly<Record<string, string>>;
}

/** Starts a registry in a process of its own, which can be killed at any moment; `addressOf` waits until it listens. */
export function startProcess({ databaseUrl, issuerUrl, servers, environment }: Surroundings): ScriptProcess {
  return ScriptProcess.start(new URL('registry.process.ts', import.meta.url), {
    env: {
      JANELA_PORT: '0',
      JANELA_HOST: '127.0.0.1',
      JANELA_DATABASE_URL: databaseUrl,
      JANELA_REDIS_URL: servers.redisUrl,
      JANELA_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
      JANELA_OIDC_ISSUER: issuerUrl,
      JANELA_EVENTS: 'off',
      JANELA_LOG_LEVEL: 'warn',
      ...environment,
    },
  });
}

/** Returns where a registry listens, once it does; throws what it printed if it ends before. */
export async function addressOf(registry: ScriptProcess): Promise<string> {
  return (await registry.line(/^listening/)).replace('listening on ', '');
}
