import { createDatabases, declaredDatabases } from './databases.ts';
import type { Say } from './say.ts';
import type { Addresses } from './addresses.ts';
import { createTopics, declaredTopics } from './topics.ts';

/** Creates the declared databases, roles and topics that are missing. */
export async function prepare({ postgresUrl, kafkaBrokers }: Addresses, say: Say): Promise<void> {
  const [databases, topics] = await Promise.all([
    createDatabases(postgresUrl, declaredDatabases()),
    createTopics(kafkaBrokers, declaredTopics()),
  ]);
  say(`Databases: ${declaredDatabases().length}, of which ${databases.length} are new.`);
  say(`Topics: ${declaredTopics().length}, of which ${topics.created.length} are new.`);
  for (const sentence of topics.drift) say(sentence);
}
