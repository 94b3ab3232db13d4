import type { Log } from '@janela/supervisor';

import { applyAccess, declaredAccess } from './access.ts';
import { createDatabases, declaredDatabases } from './databases.ts';
import type { KafkaSecurity } from './kafka-security.ts';
import type { Addresses } from './addresses.ts';
import { createTopics, declaredTopics, withAdmin } from './topics.ts';

/** Creates the declared databases, roles and topics that are missing, and gives services what they need of the topics. */
export async function prepare(
  { postgresUrl, kafkaBrokers }: Addresses,
  log: Log,
  security: KafkaSecurity = {},
): Promise<void> {
  const [databases, topics] = await Promise.all([
    createDatabases(postgresUrl, declaredDatabases()),
    createTopics(kafkaBrokers, declaredTopics(), security),
  ]);
  const isGuarded = await withAdmin(kafkaBrokers, (admin) => applyAccess(admin, declaredAccess()), security);
  log(`Databases: ${declaredDatabases().length}, of which ${databases.length} are new.`);
  log(`Topics: ${declaredTopics().length}, of which ${topics.created.length} are new.`);
  if (isGuarded) log('Each service may read and write its own topics and no others.');
  for (const sentence of topics.drift) log(sentence);
}
