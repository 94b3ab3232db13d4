import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutcomeReported, PayeeDesignated } from '@janela/contracts';
import {
  type Access,
  type AccessList,
  aclsOf,
  applyAccess,
  createTopics,
  declaredAccess,
  declaredTopics,
  withAdmin,
} from '@janela/servers';
import { postgresConnection, redisTls } from '@janela/platform';
import { administrator, GuardedServers } from '@janela/testing';
import { Redis } from 'ioredis';
import kafkajs, { Kafka as Client, logLevel } from 'kafkajs';
import { DataSource } from 'typeorm';

import { recordOf } from '../src/testing.ts';
import type { IncomingRecord, OutgoingRecord } from '../src/bus/event-bus.ts';
import { kafkaSecurity, type KafkaSecurity } from '../src/bus/kafka-security.ts';
import { Kafka } from '../src/bus/kafka.ts';
import './fixture/events.ts';
import { until } from './fixture/world.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const servers = new GuardedServers();
const users = ['registry', 'payments', 'reporting', 'provider-sandbox'];
const id = '0199d3a0-1111-7000-8000-000000000001';

afterAll(() => servers.drop());

describe('a broker that asks who everybody is', () => {
  let brokers: string[];
  let isGuarded = false;
  const busses: Kafka[] = [];
  const security = (user: string, password = `of ${user}`) =>
    kafkaSecurity({ JANELA_KAFKA_CA: servers.authority, JANELA_KAFKA_USER: user, JANELA_KAFKA_PASSWORD: password });
  const busOf = (user: string) => {
    const bus = new Kafka({ brokers, clientId: user, security: security(user) });
    busses.push(bus);
    return bus;
  };
  const asAdmin = security(administrator.name, administrator.password);

  beforeAll(async () => {
    brokers = await servers.kafka(users.map((name) => ({ name, password: `of ${name}` })));
    await createTopics(brokers, declaredTopics(), asAdmin);
    isGuarded = await withAdmin(brokers, (admin) => applyAccess(admin, declaredAccess()), asAdmin);
  });
  afterAll(() => Promise.all(busses.map((bus) => bus.close())));

  const outcome = (provider: string) => {
    const said = { instructionId: id, provider, status: 'paid' as const, providerReference: 'MM-1' };
    const { value, headers, ...place } = recordOf(OutcomeReported, { ...said, occurredAt: new Date().toISOString() });
    return { topic: place.topic, key: id, value: String(value), headers };
  };
  const payee = { topic: PayeeDesignated.topic, key: id, value: '{}', headers: {} };

  /** The broker takes a moment to act on a list that it was given. */
  const publishOnceAllowed = async (user: string, record: OutgoingRecord) => {
    const bus = busOf(user);
    const send = () =>
      bus.publish([record]).then(
        () => true,
        () => false,
      );
    await until(send, (isSent) => isSent);
  };

  it('takes away what the list does not say any more, and leaves other users alone', async () => {
    const access = declaredAccess();
    const { reporting } = access as AccessList & Record<'reporting', Access>;
    const more = { ...access, reporting: { ...reporting, produces: ['registry.household'] }, visitor: reporting };
    const mayOf = async (user: string) => {
      const { resources } = await withAdmin(
        brokers,
        (admin) =>
          admin.describeAcls({
            resourceType: AclResourceTypes.ANY,
            resourcePatternType: ResourcePatternTypes.ANY,
            principal: `User:${user}`,
            operation: AclOperationTypes.WRITE,
            permissionType: AclPermissionTypes.ANY,
          }),
        asAdmin,
      );
      return resources.map(({ resourceName }) => resourceName);
    };
    await withAdmin(brokers, (admin) => applyAccess(admin, more), asAdmin);
    await until(
      () => mayOf('reporting'),
      (topics) => topics.includes('registry.household'),
    );

    await withAdmin(brokers, (admin) => applyAccess(admin, access), asAdmin);

    await until(
      () => mayOf('reporting'),
      (topics) => !topics.includes('registry.household'),
    );
    expect((await mayOf('reporting')).toSorted()).toEqual(reporting.produces.toSorted());
    expect(await mayOf('visitor')).toEqual(reporting.produces);
  });

  it('lets a service publish and read what the list says, also on a topic that was added later', async () => {
    expect(isGuarded).toBe(true);
    const got: IncomingRecord[] = [];
    const payments = busOf('payments');
    const member = payments.consume({
      group: 'payments',
      topics: ['payments.outcome.*', 'registry.payee'],
      onDelivery: async ({ records, commit }) => {
        got.push(...records);
        await commit(records);
      },
    });
    await publishOnceAllowed('provider-sandbox', outcome('sandbox'));
    await publishOnceAllowed('registry', payee);
    await until(
      () => Promise.resolve(got.map(({ topic }) => topic).sort()),
      (topics) => topics.length === 2,
    );
    const mobile = {
      name: 'payments.outcome.mobile',
      kind: 'facts',
      partitions: 1,
      retentionMs: -1,
      cleanup: 'delete',
    };
    await createTopics(brokers, [{ ...mobile, kind: 'facts', cleanup: 'delete' }], asAdmin);
    await withAdmin(
      brokers,
      (admin) =>
        admin.createAcls({
          acl: aclsOf({ 'provider-sandbox': { produces: [mobile.name], consumes: [], groups: [] } }),
        }),
      asAdmin,
    );
    await publishOnceAllowed('provider-sandbox', outcome('mobile'));
    await until(
      // What the watch over consumers does every few seconds.
      () => payments.positions('payments', ['payments.outcome.*']).then(() => got.map(({ topic }) => topic)),
      (topics) => topics.includes(mobile.name),
    );
    await member.stop();
    expect(got.map(({ topic }) => topic).sort()).toEqual([
      'payments.outcome.mobile',
      'payments.outcome.sandbox',
      'registry.payee',
    ]);
  });

  it('lets no other service read who is paid, or answer in a provider’s place', async () => {
    const reporting = new Client({
      brokers,
      ...security('reporting'),
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    });
    const consumer = reporting.consumer({ groupId: 'reporting' });
    await consumer.connect();
    await expect(consumer.subscribe({ topics: ['registry.payee'], fromBeginning: true })).rejects.toThrow(
      /not authorized/i,
    );
    await consumer.disconnect();
    for (const user of ['reporting', 'registry', 'payments'])
      await expect(busOf(user).publish([outcome('sandbox')])).rejects.toThrow(/not authorized/i);
    await expect(busOf('payments').publish([payee])).rejects.toThrow(/not authorized/i);
  });

  it('lets no one in without a password, with a wrong one, or without TLS', async () => {
    const { sasl, ssl } = security('payments');
    const quick = { logLevel: logLevel.NOTHING, requestTimeout: 1_000, retry: { retries: 0 } };
    const enter = async (how: KafkaSecurity) => {
      const admin = new Client({ brokers, ...quick, ...how }).admin();
      await admin
        .connect()
        .then(() => admin.listTopics())
        .finally(() => admin.disconnect());
    };
    await enter({ ...(sasl && { sasl }), ...(ssl && { ssl }) });
    for (const wrong of [security('payments', 'of registry'), ssl && { ssl }, sasl && { sasl }, {}])
      await expect(enter(wrong ?? {})).rejects.toThrow();
  });
});

describe('a Redis and a Postgres that speak TLS', () => {
  it('are accepted only with a certificate of the authority that was named, and ask for a password', async () => {
    const port = await servers.redis('third');
    const ping = async (url: string, ca?: string) => {
      const once = { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 };
      const redis = new Redis(url, { ...redisTls({ JANELA_REDIS_CA: ca }), ...once });
      redis.on('error', () => undefined);
      return redis.ping().finally(() => redis.disconnect());
    };
    expect(await ping(`rediss://:third@127.0.0.1:${port}`, servers.authority)).toBe('PONG');
    expect(await ping(`rediss://:third@localhost:${port}`, readFileSync(servers.authority, 'utf8'))).toBe('PONG');
    await expect(ping(`rediss://:third@127.0.0.1:${port}`)).rejects.toThrow();
    await expect(ping(`rediss://127.0.0.1:${port}`, servers.authority)).rejects.toThrow();
    await expect(ping(`redis://:third@127.0.0.1:${port}`)).rejects.toThrow();
  });

  it('are reached by verify-full with the authority beside the address or in it', async () => {
    const port = await servers.postgres();
    const encrypted = async (url: string, ca?: string) => {
      const database = new DataSource({ type: 'postgres', ...postgresConnection(url, ca) });
      await database.initialize();
      const [row] = await database.query<{ ssl: boolean }[]>(
        'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
      );
      await database.destroy();
      return row?.ssl;
    };
    const url = `postgres://postgres:postgres@localhost:${port}/postgres?sslmode=verify-full`;
    expect(await encrypted(url, servers.authority)).toBe(true);
    expect(await encrypted(`${url}&sslrootcert=${encodeURIComponent(servers.authority)}`)).toBe(true);
    await expect(encrypted(url)).rejects.toThrow();
  });
});
