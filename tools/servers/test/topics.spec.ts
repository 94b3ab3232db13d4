import { randomBytes } from 'node:crypto';

import { afterAll, describe, expect, it } from '@jest/globals';

import { derivedAccess } from '../src/derived-access.ts';
import {
  applyAccess,
  createTopics,
  declaredAccess,
  declaredTopics,
  givenAddresses,
  withAdmin,
  type Topic,
} from '../src/index.ts';

const brokers = givenAddresses(process.env).kafkaBrokers ?? [];
const prefix = `topics-spec-${randomBytes(4).toString('hex')}.`;
const facts: Topic = { name: `${prefix}facts`, kind: 'facts', partitions: 4, retentionMs: -1, cleanup: 'delete' };
const personal: Topic = {
  ...facts,
  name: `${prefix}personal`,
  kind: 'personal',
  partitions: 2,
  retentionMs: 604_800_000,
};

afterAll(() => withAdmin(brokers, (admin) => admin.deleteTopics({ topics: [facts.name, personal.name] })));

describe('topics', () => {
  it('are created as declared, once', async () => {
    const names = [facts.name, personal.name];
    expect(await createTopics(brokers, [facts, personal])).toEqual({ created: names, drift: [] });
    expect(await createTopics(brokers, [facts, personal])).toEqual({ created: [], drift: [] });
  });

  it('that differ are reported and left as they are', async () => {
    const changed = { ...facts, partitions: 8, retentionMs: 1 };
    const { drift } = await createTopics(brokers, [changed, personal]);
    expect(drift).toEqual([
      `Topic ${facts.name} has partitions 4, but infra/kafka/topics.json says 8; it was left as it is.`,
      `Topic ${facts.name} has retention.ms -1, but infra/kafka/topics.json says 1; it was left as it is.`,
    ]);
    expect(await createTopics(brokers, [facts, personal])).toEqual({ created: [], drift: [] });
  });

  it('are never created by being written to', async () => {
    const names = await withAdmin(brokers, async (admin) => {
      await admin.fetchTopicMetadata({ topics: [`${prefix}mistyped`] }).catch(() => undefined);
      return admin.listTopics();
    });
    expect(names).not.toContain(`${prefix}mistyped`);
  });
});

describe('infra/kafka/topics.json', () => {
  it('keeps facts for ever and personal data for seven days', () => {
    for (const { name, kind, retentionMs, cleanup } of declaredTopics()) {
      expect({ name, retentionMs, cleanup }).toEqual({
        name,
        retentionMs: kind === 'facts' ? -1 : 604_800_000,
        cleanup: 'delete',
      });
    }
  });

  it('names each topic once', () => {
    const names = declaredTopics().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('who may do what at the broker', () => {
  it('is what contracts and services log: if not, run npm run generate, and commit it', () => {
    expect(declaredAccess()).toEqual(derivedAccess());
  });

  it('gives every topic one writer, and the personal ones one reader', () => {
    const list = Object.entries(declaredAccess());
    const named = (name: string, topic: string) =>
      name === topic || (name.endsWith('.*') && topic.startsWith(name.slice(0, -1)));
    for (const { name: topic, kind } of declaredTopics()) {
      const writers = list.filter(([, { produces }]) => produces.some((name) => named(name, topic)));
      const readers = list.filter(([, { consumes }]) => consumes.some((name) => named(name, topic)));
      expect([topic, writers.length]).toEqual([topic, 1]);
      if (kind === 'personal') expect([topic, readers.length]).toEqual([topic, 1]);
    }
  });

  it('is left alone by a broker that has no access lists', async () => {
    expect(await withAdmin(brokers, (admin) => applyAccess(admin, declaredAccess()))).toBe(false);
  });
});
