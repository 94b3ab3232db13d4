import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { UserError } from '@janela/supervisor';

import { addressesAt, requireFree, type Addresses, type Ports } from './addresses.ts';
import { forgetfulArguments } from './postgres.ts';

export type DockerOptions = { root: string; ports: Ports; durable: boolean };

/** What the address of each server is called in docker-compose.yml. */
export const composeNames: Record<keyof Addresses, string> = {
  postgresUrl: 'postgres',
  redisUrl: 'redis',
  kafkaBrokers: 'kafka',
};

/** Whether a Docker engine answers and knows compose. A client alone, which many machines have, is not enough. */
export async function dockerAnswers(): Promise<boolean> {
  const asked = ['version --format {{.Server.Version}}', 'compose version'].map((args) =>
    promisify(execFile)('docker', args.split(' '), { timeout: 10_000 }),
  );
  return Promise.all(asked).then(
    () => true,
    () => false,
  );
}

/** The variables that docker-compose.yml leaves open: its ports, and whether Postgres keeps what it commits. */
export const composeVariables = ({ postgres, redis, kafka }: Ports, durable: boolean): Record<string, string> => ({
  POSTGRES_PORT: String(postgres),
  REDIS_PORT: String(redis),
  KAFKA_PORT: String(kafka),
  POSTGRES_ADDS: durable ? '' : forgetfulArguments.join(' '),
});

/** Starts the wanted servers by `docker compose`, with their data in its volumes. Answers the command that stops them. */
export async function startByCompose(
  wanted: (keyof Addresses)[],
  { root, ports, durable }: DockerOptions,
): Promise<string[]> {
  const services = wanted.map((name) => composeNames[name]);
  const running = await compose(root, ['ps', '--services', '--status', 'running']).catch(() => '');
  for (const name of services.filter((service) => !running.split('\n').includes(service))) {
    await requireFree(ports[name as keyof Ports], name);
  }
  await compose(root, ['up', '--detach', '--wait', ...services], composeVariables(ports, durable)).catch(
    (error: { stderr?: string }) => {
      const why = error.stderr?.trim().split('\n').at(-1) ?? '';
      throw new UserError(
        `Docker could not start the servers (${why}): see docker compose logs, or set SERVERS_FROM=processes to do without Docker.`,
      );
    },
  );
  return ['docker', 'compose', 'stop', ...services];
}

/** The same servers for a test run, by Testcontainers: own ports, no volumes, and gone afterwards even if we are killed. */
export async function startByTestcontainers(wanted: (keyof Addresses)[], { root, ports, durable }: DockerOptions) {
  const { DockerComposeEnvironment, Wait } = await import('testcontainers');
  const services = wanted.map((name) => composeNames[name]);
  const environment = new DockerComposeEnvironment(root, 'docker-compose.yml').withEnvironment(
    composeVariables(ports, durable),
  );
  for (const name of services) environment.withWaitStrategy(`${name}-1`, Wait.forHealthCheck());
  const started = await environment.up(services);
  return { addresses: addressesAt(ports), stop: () => started.down({ removeVolumes: true }) };
}

async function compose(root: string, args: string[], variables: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', ['compose', ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    maxBuffer: 64e6,
  });
  return stdout;
}
