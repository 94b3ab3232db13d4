import {
  downloads,
  freePort,
  Leash,
  prepareKafka,
  preparePostgres,
  temporaryFolder,
  thisMachine,
  urlOf,
  type ServerProcess,
} from '@janela/local';
import { FaultProxy } from './fault-proxy.ts';

/** A server of one spec's own. `server` stops, kills, freezes and starts it again: same address, same data. */
type Private = {
  server: ServerProcess;
  /** The network in front of it: every address here leads through it. */
  network: FaultProxy;
  /** Stops it for good and deletes its data. */
  drop: () => Promise<void>;
};

export type PrivatePostgres = Private & { postgresUrl: string };
export type PrivateBroker = Private & { brokers: string[] };

/** A Postgres of one's own, which keeps what it commits; for specs that stop it. Give its address to `freshDatabase`. */
export async function privatePostgres(): Promise<PrivatePostgres> {
  const leash = new Leash();
  const port = await freePort();
  const network = await FaultProxy.before(port);
  const server = await started(
    leash,
    network,
    preparePostgres({ data: temporaryFolder(leash), port, durable: true, leash }),
  );
  const postgresUrl = urlOf(`postgres://127.0.0.1:${network.port}/postgres`, { role: 'postgres' });
  return { server, network, postgresUrl, drop: () => end(leash, network) };
}

/** A Kafka of one's own, for specs that stop it. Takes some seconds to start. */
export async function privateBroker(): Promise<PrivateBroker> {
  const leash = new Leash();
  const [port, controllerPort] = [await freePort(), await freePort()];
  const network = await FaultProxy.before(port);
  const prepared = prepareKafka({
    data: temporaryFolder(leash),
    port,
    controllerPort,
    advertisedPort: network.port,
    cache: downloads,
    leash,
    machine: thisMachine(),
    say: () => undefined,
  });
  const server = await started(leash, network, prepared);
  return { server, network, brokers: [`127.0.0.1:${network.port}`], drop: () => end(leash, network) };
}

async function started(leash: Leash, network: FaultProxy, prepared: Promise<ServerProcess>): Promise<ServerProcess> {
  try {
    const server = await prepared;
    await server.start();
    return server;
  } catch (error) {
    await end(leash, network);
    throw error;
  }
}

async function end(leash: Leash, network: FaultProxy): Promise<void> {
  await network.close();
  await leash.end();
}
