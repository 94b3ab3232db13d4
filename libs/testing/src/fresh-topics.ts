import { randomBytes } from 'node:crypto';

import { createTopics, withAdmin } from '@janela/servers';

import { testServers } from './test-servers.ts';

export type FreshTopics<Name extends string> = {
  /** What stands before each name, and can stand before a consumer group's, so that no other spec sees it. */
  prefix: string;
  /** The full name of each topic asked for. */
  nameOf: Record<Name, string>;
  /** Deletes them. */
  drop: () => Promise<void>;
};

export type FreshTopicsOptions = {
  partitions?: number;
  /** Another Kafka than that of the test run. */
  brokers?: string[];
  /** A prefix already in use, to add topics to it. */
  prefix?: string;
};

/** A prefix that no other spec has, for topics, consumer groups and Redis keys. */
export const freshPrefix = (): string => `test-${randomBytes(6).toString('hex')}.`;

/** Topics of one's own, under a fresh prefix. Nothing is created automatically, so name all that the spec uses. */
export async function freshTopics<Name extends string>(
  names: readonly Name[],
  { partitions = 3, brokers = testServers().kafkaBrokers, prefix = freshPrefix() }: FreshTopicsOptions = {},
): Promise<FreshTopics<Name>> {
  const pairs = names.map((name) => [name, `${prefix}${name}`] as const);
  await createTopics(
    brokers,
    pairs.map(([, name]) => ({ name, kind: 'facts', partitions, retentionMs: -1, cleanup: 'delete' })),
  );
  const drop = () => withAdmin(brokers, (admin) => admin.deleteTopics({ topics: pairs.map(([, name]) => name) }));
  return { prefix, nameOf: Object.fromEntries(pairs) as Record<Name, string>, drop };
}
