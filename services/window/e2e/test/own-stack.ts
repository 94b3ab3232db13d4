import { addressesAt, downloads, freePorts, prepare, startProcesses, temporaryFolder } from '@janela/servers';
import { type Stack, startStack } from '@janela/stack';
import { ProcessSupervisor, type ServerProcess } from '@janela/supervisor';

import { filesOfImages } from './image-files.ts';

/** A stack on servers of its own, so that they may be killed. */
export interface OwnStack extends Stack {
  postgresUrl: string;
  /** Every service, and the broker. */
  victims: ReadonlyMap<string, ServerProcess>;
  stop(): Promise<void>;
}

const silently = (): void => undefined;

/** Starts Postgres, Redis, Kafka and every service, from the files that its image has, on free ports. The services must be built. */
export async function startOwnStack(): Promise<OwnStack> {
  const supervisor = new ProcessSupervisor();
  try {
    return await start(supervisor);
  } catch (error) {
    await supervisor.end();
    throw error;
  }
}

async function start(supervisor: ProcessSupervisor): Promise<OwnStack> {
  const [data, ports] = [temporaryFolder(supervisor), await freePorts()];
  const wanted = ['postgresUrl', 'redisUrl', 'kafkaBrokers'] as const;
  const common = { data, supervisor, log: silently };
  // Durable: after a kill they must know what they knew before.
  const servers = await startProcesses({ ...common, wanted: [...wanted], ports, cache: downloads, durable: true });
  const broker = servers[wanted.indexOf('kafkaBrokers')];
  if (!broker) throw new Error('the broker was wanted');

  const addresses = addressesAt(ports);
  await prepare(addresses, silently);
  const rootOf = filesOfImages(temporaryFolder(supervisor));
  const stack = await startStack({ ...common, servers: addresses, ports: 'free', onGone: silently, rootOf });
  return {
    ...stack,
    postgresUrl: addresses.postgresUrl,
    victims: new Map([...stack.processes, ['Kafka', broker]]),
    stop: () => supervisor.end(),
  };
}
