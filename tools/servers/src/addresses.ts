import { createServer, connect } from 'node:net';

import { UserError } from '@janela/supervisor';

/** Where the three servers answer. `postgresUrl` is the superuser's; services have roles and databases of their own. */
export type Addresses = { postgresUrl: string; redisUrl: string; kafkaBrokers: string[] };

/** The ports that the three listen on; Kafka needs a second one for its controller. */
export type Ports = { postgres: number; redis: number; kafka: number; controller: number };

/** The ports of `npm start`. Not the usual ones, so that a Postgres, Redis or Kafka of your own may run beside them. */
export const fixedPorts: Ports = { postgres: 15432, redis: 16379, kafka: 19092, controller: 19093 };

/** The user and the password that a local Postgres is made with. */
export const superuser = 'postgres';

export const addressesAt = ({ postgres, redis, kafka }: Ports, host = '127.0.0.1'): Addresses => ({
  postgresUrl: `postgres://${superuser}:${superuser}@${host}:${postgres}/postgres`,
  redisUrl: `redis://${host}:${redis}`,
  kafkaBrokers: [`${host}:${kafka}`],
});

/** What the environment names: all three, some, or none. */
export function givenAddresses(env: NodeJS.ProcessEnv): Partial<Addresses> {
  const { JANELA_POSTGRES_URL: postgresUrl, JANELA_REDIS_URL: redisUrl, JANELA_KAFKA_BROKERS: brokers } = env;
  return {
    ...(postgresUrl && { postgresUrl: checkedUrl('JANELA_POSTGRES_URL', postgresUrl, ['postgres:', 'postgresql:']) }),
    ...(redisUrl && { redisUrl: checkedUrl('JANELA_REDIS_URL', redisUrl, ['redis:', 'rediss:']) }),
    ...(brokers && { kafkaBrokers: checkedBrokers(brokers) }),
  };
}

/** The same addresses as environment variables, for a process that is started next. */
export const asEnvironment = (addresses: Addresses): Record<string, string> => ({
  JANELA_POSTGRES_URL: addresses.postgresUrl,
  JANELA_REDIS_URL: addresses.redisUrl,
  JANELA_KAFKA_BROKERS: addresses.kafkaBrokers.join(','),
});

function checkedUrl(name: string, text: string, protocols: string[]): string {
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new UserError(`${name} is not an address: write it as ${protocols[0]}//user:password@host:port.`);
}

function checkedBrokers(text: string): string[] {
  const brokers = text.split(',').map((broker) => broker.trim());
  if (brokers.every((broker) => /^[^\s:/]+:\d+$/.test(broker))) return brokers;
  throw new UserError('JANELA_KAFKA_BROKERS is not a list of brokers: write it as host:port,host:port.');
}

/** Ports that nothing listens on at this moment; another process may be quicker to take one. */
export async function freePorts(): Promise<Ports> {
  const [postgres, redis, kafka, controller] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  return { postgres, redis, kafka, controller };
}

/** One port that nothing listens on at this moment, and that no outgoing connection is given by the system. */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

/** Whether something answers at this port, however it does. */
export const answers = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });

/** Refuses, naming the port and what wants it, when another program listens there. */
export async function requireFree(port: number, wantedBy: string, instead?: string): Promise<void> {
  if (!(await answers(port))) return;
  const orElse = instead ? `, or set ${instead} to use what is there` : '';
  throw new UserError(
    `Port ${port}, which ${wantedBy} needs, is already taken: stop what listens there (lsof -i :${port} names it)${orElse}.`,
  );
}

/** Refuses, naming the variable, when nothing answers at an address that the environment gives. */
export async function requireAnswers({ postgresUrl, redisUrl, kafkaBrokers }: Partial<Addresses>): Promise<void> {
  const places = [
    ...(postgresUrl ? [{ variable: 'JANELA_POSTGRES_URL', url: new URL(postgresUrl), port: 5432 }] : []),
    ...(redisUrl ? [{ variable: 'JANELA_REDIS_URL', url: new URL(redisUrl), port: 6379 }] : []),
    ...(kafkaBrokers ?? []).map((broker) => ({
      variable: 'JANELA_KAFKA_BROKERS',
      url: new URL(`kafka://${broker}`),
      port: 9092,
    })),
  ];
  for (const { variable, url, port } of places) {
    const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || port };
    if (await answers(place.port, place.host)) continue;
    throw new UserError(
      `${variable} names ${place.host}:${place.port}, where nothing answers: start what should run there, or unset it.`,
    );
  }
}
