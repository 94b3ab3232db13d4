import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import kafkajs, { type Admin } from 'kafkajs';

import { UserError } from '@janela/supervisor';

import type { KafkaSecurity } from './kafka-security.ts';

/** A topic as infra/kafka/topics.json declares it. `retentionMs` -1 is for ever. */
export type Topic = {
  name: string;
  kind: 'facts' | 'personal';
  partitions: number;
  retentionMs: number;
  cleanup: 'delete' | 'compact';
};

/** From being created to being served; a busy machine may take seconds. */
const servedWithinMs = 30_000;

/** The topics that infra/kafka/topics.json names. */
export const declaredTopics = (): Topic[] =>
  JSON.parse(readFileSync(new URL('../../../infra/kafka/topics.json', import.meta.url), 'utf8')) as Topic[];

/**
 * Creates the topics that are missing. One that is there with other settings is left alone and described in `drift`, a
 * sentence each: changing partitions breaks the order of keys, and changing retention can delete.
 */
export async function createTopics(
  brokers: string[],
  topics: Topic[],
  security: KafkaSecurity = {},
): Promise<{ created: string[]; drift: string[] }> {
  return withAdmin(brokers, work, security);

  async function work(admin: Admin) {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !existing.has(name));
    if (missing.length > 0) await admin.createTopics({ topics: missing.map(asKafkaTopic), waitForLeaders: false });
    await untilServed(admin, missing);
    const drift = await findDrift(
      admin,
      topics.filter(({ name }) => existing.has(name)),
    );
    return { created: missing.map(({ name }) => name), drift };
  }
}

/** Runs the work with one administrator's connection and closes it. */
export async function withAdmin<T>(
  brokers: string[],
  work: (admin: Admin) => Promise<T>,
  security: KafkaSecurity = {},
): Promise<T> {
  const admin = new kafkajs.Kafka({
    brokers,
    ...security,
    clientId: 'janela-local',
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 3 },
  }).admin();
  await admin.connect().catch((error: Error) => {
    throw new UserError(
      `Kafka at ${brokers.join(', ')} cannot be used (${error.message}): see that it runs and that the address is right.`,
    );
  });
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

const settingsOf = ({ cleanup, retentionMs }: Topic): Record<string, string> => ({
  'cleanup.policy': cleanup,
  'retention.ms': String(retentionMs),
});

const asKafkaTopic = (topic: Topic) => ({
  topic: topic.name,
  numPartitions: topic.partitions,
  replicationFactor: -1,
  configEntries: Object.entries(settingsOf(topic)).map(([name, value]) => ({ name, value })),
});

/** A topic is there a moment after it was created: until then the broker knows nothing of it, or of who leads it. */
async function untilServed(admin: Admin, topics: Topic[]): Promise<void> {
  for (const { name, partitions } of topics) {
    const isServed = async () => {
      const { topics: found } = await admin.fetchTopicMetadata({ topics: [name] });
      return found[0]?.partitions.filter(({ leader }) => leader >= 0).length === partitions;
    };
    const deadline = Date.now() + servedWithinMs;
    while (!(await isServed().catch(() => false))) {
      if (Date.now() > deadline)
        throw new UserError(`Kafka created the topic ${name} but does not serve it: see its log.`);
      await sleep(50);
    }
  }
}

async function findDrift(admin: Admin, topics: Topic[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
  const resources = topics.map(({ name }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name }));
  const { resources: configs } = await admin.describeConfigs({ resources, includeSynonyms: false });
  return topics.flatMap((topic) => {
    const partitions = found.find(({ name }) => name === topic.name)?.partitions.length;
    const entries = configs.find(({ resourceName }) => resourceName === topic.name)?.configEntries ?? [];
    const actual = Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
    const pairs = Object.entries({ partitions: String(topic.partitions), ...settingsOf(topic) });
    return pairs
      .map(([name, declared]) => ({
        name,
        declared,
        actual: name === 'partitions' ? String(partitions) : actual[name],
      }))
      .filter(({ declared, actual }) => declared !== actual)
      .map(
        ({ name, declared, actual }) =>
          `Topic ${topic.name} has ${name} ${actual}, but infra/kafka/topics.json says ${declared}; it was left as it is.`,
      );
  });
}
