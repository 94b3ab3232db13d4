import {
  addressesAt,
  downloads,
  freePorts,
  type House,
  Leash,
  prepare,
  type ServerProcess,
  startHouse,
  startProcesses,
  temporaryFolder,
} from '@janela/local';

import { filesOfImages } from './image-files.ts';

/** A house on servers that nobody else uses, so that they may be killed. */
export interface OwnHouse extends House {
  postgresUrl: string;
  /** Every service, and the broker. */
  victims: ReadonlyMap<string, ServerProcess>;
  stop(): Promise<void>;
}

const silently = (): void => undefined;

/** Starts Postgres, Redis, Kafka and every service, from the files that its image has, on free ports. The services must be built. */
export async function startHouseOfItsOwn(): Promise<OwnHouse> {
  const leash = new Leash();
  try {
    return await start(leash);
  } catch (error) {
    await leash.end();
    throw error;
  }
}

async function start(leash: Leash): Promise<OwnHouse> {
  const [data, ports] = [temporaryFolder(leash), await freePorts()];
  const wanted = ['postgresUrl', 'redisUrl', 'kafkaBrokers'] as const;
  const common = { data, leash, say: silently };
  // Durable: after a kill they must know what they knew before.
  const servers = await startProcesses({ ...common, wanted: [...wanted], ports, cache: downloads, durable: true });
  const broker = servers[wanted.indexOf('kafkaBrokers')];
  if (!broker) throw new Error('the broker was wanted');

  const addresses = addressesAt(ports);
  await prepare(addresses, silently);
  const rootOf = filesOfImages(temporaryFolder(leash));
  const house = await startHouse({ ...common, servers: addresses, ports: 'free', onGone: silently, rootOf });
  return {
    ...house,
    postgresUrl: addresses.postgresUrl,
    victims: new Map([...house.processes, ['Kafka', broker]]),
    stop: () => leash.end(),
  };
}
