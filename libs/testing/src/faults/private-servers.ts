import {
  downloads,
  freePort,
  prepareKafka,
  preparePostgres,
  temporaryFolder,
  thisMachine,
  urlOf,
} from '@janela/servers';
import { ProcessSupervisor, type ServerProcess } from '@janela/supervisor';

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
  const supervisor = new ProcessSupervisor();
  const port = await freePort();
  const network = await FaultProxy.before(port);
  const server = await started(
    supervisor,
    network,
    preparePostgres({ data: temporaryFolder(supervisor), port, durable: true, supervisor }),
  );
  const postgresUrl = urlOf(`postgres://127.0.0.1:${network.port}/postgres`, { role: 'postgres' });
  return { server, network, postgresUrl, drop: () => end(supervisor, network) };
}

/** A Kafka of one's own, for specs that stop it. Takes some seconds to start. */
export async function privateBroker(): Promise<PrivateBroker> {
  const supervisor = new ProcessSupervisor();
  const [port, controllerPort] = [await freePort(), await freePort()];
  const network = await FaultProxy.before(port);
  const prepared = prepareKafka({
    data: temporaryFolder(supervisor),
    port,
    controllerPort,
    advertisedPort: network.port,
    cache: downloads,
    supervisor,
    machine: thisMachine(),
    log: () => undefined,
  });
  const server = await started(supervisor, network, prepared);
  return { server, network, brokers: [`127.0.0.1:${network.port}`], drop: () => end(supervisor, network) };
}

async function started(
  supervisor: ProcessSupervisor,
  network: FaultProxy,
  prepared: Promise<ServerProcess>,
): Promise<ServerProcess> {
  try {
    const server = await prepared;
    await server.start();
    return server;
  } catch (error) {
    await end(supervisor, network);
    throw error;
  }
}

async function end(supervisor: ProcessSupervisor, network: FaultProxy): Promise<void> {
  await network.close();
  await supervisor.end();
}
