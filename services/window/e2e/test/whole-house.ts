import { createDatabases, createTopics, declaredDatabases, declaredTopics } from '@janela/local';
import { buildAll, type House, Leash, runMainJob, startHouse, temporaryFolder } from '@janela/local';
import { testServers } from '@janela/testing';

/** The whole house on free ports, as `npm start` runs it, after its main job. */
export interface WholeHouse extends House {
  /** What the main job said, line by line. */
  said: string[];
  stop(): Promise<void>;
}

/** Builds, migrates and starts every service, and plays the main job through. */
export async function startWholeHouse(): Promise<WholeHouse> {
  const servers = testServers();
  const said: string[] = [];
  const leash = new Leash();
  const gone: string[] = [];
  await createDatabases(servers.postgresUrl, declaredDatabases());
  await createTopics(servers.kafkaBrokers, declaredTopics());
  buildAll(() => undefined);
  const house = await startHouse({
    servers,
    data: temporaryFolder(leash),
    ports: 'free',
    leash,
    say: (line) => void said.push(line),
    onGone: (sentence) => void gone.push(sentence),
  }).catch(async (error: unknown) => {
    await leash.end();
    throw error;
  });
  await runMainJob(house.at, (line) => void said.push(line));
  return { ...house, said, stop: () => leash.end() };
}
