import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { configTable } from './config-table.ts';
import { ConfigurationError, readConfig, readMigratorUrl } from './read-config.ts';
import { serviceConfig } from './service-config.ts';
import { inDevelopment, timeZone, wholeNumber } from './settings.ts';

const RegistryConfig = serviceConfig('registry', { port: 8101 }).extend({
  JANELA_MATCH_LIMIT: wholeNumber(1, 1_000).default(50).describe('Candidates looked at'),
  JANELA_SMS_URL: inDevelopment(z.url().describe('Where messages are sent'), 'http://localhost:9999'),
  JANELA_TIME_ZONE: timeZone().default('Africa/Lusaka').describe('By whose calendar a day begins'),
});

/** A key of so many different bytes, another one for each number. */
const keyOf = (number: number, different = 32) =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => 40 * number + (index % different))).toString('base64');

const production = {
  JANELA_MODE: 'production',
  JANELA_DATABASE_URL: 'postgres://app:eleven-more-than-one@db/registry?sslmode=verify-full',
  JANELA_KAFKA_BROKERS: 'kafka-1:9092,kafka-2:9092',
  JANELA_KAFKA_CA: '/run/secrets/kafka-ca.pem',
  JANELA_KAFKA_USER: 'registry',
  JANELA_KAFKA_PASSWORD: 'another secret of its own',
  JANELA_REDIS_URL: 'rediss://registry:a-third-secret@redis:6379',
  JANELA_OPERATIONS_TOKEN: 'a-token-of-thirty-two-or-more-characters',
  JANELA_OIDC_ISSUER: 'https://id.example.gov',
  JANELA_ENCRYPTION_KEY: `k2:${keyOf(2)},k1:${keyOf(1)}`,
  JANELA_INDEX_KEY: keyOf(3),
  JANELA_SMS_URL: 'https://sms.example.gov',
};

const developed = (environment: Record<string, string | undefined> = {}) => ({
  JANELA_MODE: 'development',
  ...environment,
});

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(RegistryConfig, developed(environment));
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('a configuration', () => {
  it("needs nothing on a developer's machine", () => {
    expect(readConfig(RegistryConfig, developed({ PATH: '/bin' }))).toMatchObject({
      JANELA_MODE: 'development',
      JANELA_PORT: 8101,
      JANELA_DATABASE_URL: 'postgres://registry_app:registry_app@localhost:15432/registry',
      JANELA_KAFKA_BROKERS: ['localhost:19092'],
      JANELA_MATCH_LIMIT: 50,
    });
  });

  it('names everything that production misses, at once', () => {
    const problems = problemsOf({ JANELA_MODE: 'production' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'JANELA_KAFKA_CA',
      'JANELA_KAFKA_USER',
      'JANELA_OPERATIONS_TOKEN',
      'JANELA_DATABASE_URL',
      'JANELA_KAFKA_BROKERS',
      'JANELA_REDIS_URL',
      'JANELA_OIDC_ISSUER',
      'JANELA_ENCRYPTION_KEY',
      'JANELA_INDEX_KEY',
      'JANELA_SMS_URL',
    ]);
    expect(problems[3]).toBe('JANELA_DATABASE_URL is missing: Database, as the application role');
    expect(problemsOf({ JANELA_MODE: undefined })).toEqual(problems);
    expect(problemsOf({ JANELA_MODE: '' })).toEqual(problems);
  });

  it('is enough for production when all of it is there', () => {
    expect(readConfig(RegistryConfig, production)).toMatchObject({
      JANELA_KAFKA_BROKERS: ['kafka-1:9092', 'kafka-2:9092'],
      JANELA_ENCRYPTION_KEY: [{ id: 'k2' }, { id: 'k1' }],
    });
  });

  it('is refused in production while a value is still the one of development', () => {
    const development = readConfig(RegistryConfig, developed());
    const problems = problemsOf({
      ...production,
      JANELA_DATABASE_URL: development.JANELA_DATABASE_URL,
      JANELA_INDEX_KEY: 'RGV2ZWxvcG1lbnQgb25seSwgYWxzbyBubyBzZWNyZXQ=',
    });
    expect(problems).toEqual([
      'JANELA_DATABASE_URL still has its development value, which production does not accept',
      'JANELA_INDEX_KEY still has its development value, which production does not accept',
    ]);
  });

  const own = keyOf(4);
  const published = 'RGV2ZWxvcG1lbnQgb25seSwgbm90IGEgc2VjcmV0ISE=';
  it.each([
    ['JANELA_ENCRYPTION_KEY', `k1:${published}`, 'has a published sample secret in it'],
    ['JANELA_ENCRYPTION_KEY', `new:${own},dev1:${published}`, 'has a published sample secret in it'],
    ['JANELA_ENCRYPTION_KEY', `new:${own},old:${published.slice(0, -1)}`, 'has a published sample secret in it'],
    ['JANELA_ENCRYPTION_KEY', `x:RGV2ZWxvcG1lbnQgb25seSwgYWxzbyBubyBzZWNyZXQ=`, 'has a published sample secret in it'],
    ['JANELA_INDEX_KEY', published, 'has a published sample secret in it'],
    ['JANELA_INDEX_KEY', ` ${published} `, 'has a published sample secret in it'],
    ['JANELA_OPERATIONS_TOKEN', `Bearer-${published}`, 'has a published sample secret in it'],
    ['JANELA_KAFKA_PASSWORD', 'Lake-Window-Boat-2026', 'has a published sample secret in it'],
    ['JANELA_KAFKA_PASSWORD', 'registry', "is the user's name"],
    ['JANELA_OIDC_ISSUER', 'http://id.example.gov', 'must be https'],
    ['JANELA_OIDC_ISSUER', 'HTTP://id.example.gov', 'must be https'],
    ['JANELA_OIDC_KEYS_URL', 'http://id.example.gov/jwks', 'must be https'],
    ['JANELA_DATABASE_URL', 'postgres://registry_app:registry_app@db/x?sslmode=verify-full', "has the user's name as"],
    [
      'JANELA_DATABASE_URL',
      'postgres://registry_app:%72egistry_app@db/x?sslmode=verify-full',
      "has the user's name as",
    ],
    ['JANELA_DATABASE_URL', 'postgres://app@db/x?sslmode=verify-full', 'has no password'],
    ['JANELA_DATABASE_URL', 'postgres://app:a-long-secret@db/x', 'must say sslmode=verify-full'],
    ['JANELA_DATABASE_URL', 'postgres://app:a-long-secret@db/x?sslmode=require', 'must say sslmode=verify-full'],
    [
      'JANELA_DATABASE_URL',
      'postgres://app:a-long-secret@db/x?sslmode=verify-full&sslmode=disable',
      'must say sslmode',
    ],
    ['JANELA_REDIS_URL', 'redis://app:a-long-secret@redis', 'must be rediss://'],
    ['JANELA_REDIS_URL', 'rediss://redis', 'has no password'],
    ['JANELA_OPERATIONS_TOKEN', 'abcdef'.repeat(5), 'must be 32 characters or more'],
  ])('is refused in production with %s=%s', (name, value, why) => {
    const problems = problemsOf({ ...production, [name]: value });
    expect(problems).toEqual([expect.stringContaining(why)]);
    expect(problems[0]).not.toContain(value);
  });

  const database = (password: string) => `postgres://app:${password}@db/x?sslmode=verify-full`;
  const redis = (password: string) => `rediss://app:${password}@redis`;
  it.each([
    ['a password of few characters', 'JANELA_DATABASE_URL', database('11-or-fewer'), database('12-are-enoug')],
    ['a password that is one letter', 'JANELA_DATABASE_URL', database('a'.repeat(40)), database('abcdef'.repeat(7))],
    ['five letters again and again', 'JANELA_MIGRATOR_URL', database('abcde'.repeat(8)), database('abcdef'.repeat(7))],
    ['a password of few characters', 'JANELA_REDIS_URL', redis('11-or-fewer'), redis('12-are-enoug')],
    ['five letters again and again', 'JANELA_REDIS_URL', redis('abcde'.repeat(8)), redis('abcdef'.repeat(7))],
    ['a password of few characters', 'JANELA_KAFKA_PASSWORD', '11-or-fewer', '12-are-enoug'],
    ['a password that is one letter', 'JANELA_KAFKA_PASSWORD', 'x'.repeat(40), 'abcdef'.repeat(7)],
    ['a token that is one letter', 'JANELA_OPERATIONS_TOKEN', 't'.repeat(32), 'abcdef'.repeat(6)],
    ['five letters again and again', 'JANELA_OPERATIONS_TOKEN', 'abcde'.repeat(8), 'abcdef'.repeat(6)],
    ['a key of zeros', 'JANELA_INDEX_KEY', Buffer.alloc(32).toString('base64'), keyOf(4, 16)],
    ['a key of one byte again and again', 'JANELA_INDEX_KEY', Buffer.alloc(32, 9).toString('base64'), keyOf(4, 17)],
    ['a key of fifteen bytes', 'JANELA_INDEX_KEY', keyOf(4, 15), keyOf(4, 16)],
    ['an old key of zeros', 'JANELA_ENCRYPTION_KEY', `k2:${own},k1:${keyOf(0, 1)}`, `k2:${own},k1:${keyOf(0, 16)}`],
    ['the index key as well', 'JANELA_ENCRYPTION_KEY', `k2:${own},k1:${keyOf(3)}`, `k2:${own},k1:${keyOf(2)}`],
    ['one key under two ids', 'JANELA_ENCRYPTION_KEY', `k2:${own},k1:${own}`, `k2:${own},k1:${keyOf(2)}`],
  ])('is refused in production with %s: %s', (_, name, weak, enough) => {
    const problems = problemsOf({ ...production, [name]: weak });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`${name}.* which production does not accept`))]);
    expect(problems[0]).not.toContain(weak);
    expect(problemsOf({ ...production, [name]: enough })).toEqual([]);
  });

  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', '1'],
    ['NODE_OPTIONS', '--max-old-space-size=512 --inspect=0.0.0.0', '--max-old-space-size=512'],
    ['NODE_OPTIONS', '--tls-min-v1.1', '--tls-min-v1.3'],
    ['NODE_OPTIONS', '--tls-keylog=/tmp/keys', '--enable-source-maps'],
    ['NODE_OPTIONS', '--insecure-http-parser', ''],
  ])('is refused in production with %s=%s in the environment', (name, dangerous, sound) => {
    const problems = problemsOf({ ...production, [name]: dangerous });
    expect(problems).toEqual([expect.stringContaining(`${name} `)]);
    expect(problemsOf({ ...production, [name]: sound })).toEqual([]);
    expect(problemsOf({ [name]: dangerous })).toEqual([]);
  });

  it.each([
    ['JANELA_KAFKA_CA', 'JANELA_KAFKA_CA is missing'],
    ['JANELA_KAFKA_USER', 'JANELA_KAFKA_USER and JANELA_KAFKA_PASSWORD are missing'],
    ['JANELA_OPERATIONS_TOKEN', 'JANELA_OPERATIONS_TOKEN is missing'],
  ])('is refused in production without %s', (name, why) => {
    expect(problemsOf({ ...production, [name]: undefined })).toEqual([expect.stringContaining(why)]);
  });

  it('may be known to Kafka by a certificate in place of a user', () => {
    const certificate = { JANELA_KAFKA_CERTIFICATE: '/run/kafka.pem', JANELA_KAFKA_KEY: '/run/kafka.key' };
    const { JANELA_KAFKA_USER: _user, JANELA_KAFKA_PASSWORD: _password, ...others } = production;
    expect(problemsOf({ ...others, ...certificate })).toEqual([]);
    expect(problemsOf({ ...others, JANELA_KAFKA_KEY: '/run/kafka.key' })).toHaveLength(1);
  });

  it('may use development values in a demonstration', () => {
    expect(readConfig(RegistryConfig, { JANELA_MODE: 'demonstration' }).JANELA_SMS_URL).toBe('http://localhost:9999');
  });

  it('names what is not a variable of the service', () => {
    expect(problemsOf({ JANELA_DATABSE_URL: 'postgres://x/y' })).toEqual([
      'JANELA_DATABSE_URL is not a variable of this service',
    ]);
    expect(problemsOf({ JANELA_COLOUR: 'red' })).toEqual(['JANELA_COLOUR is not a variable of this service']);
  });

  it.each([
    ['JANELA_PORT', '65536', 'must be 65535 or less'],
    ['JANELA_PORT', '-1', 'must be a whole number'],
    ['JANELA_PORT', '80.5', 'must be a whole number'],
    ['JANELA_PORT', '8101 ', 'must be a whole number'],
    ['JANELA_DATABASE_POOL', '0', 'must be 1 or more'],
    ['JANELA_TRACE_SHARE', '1.5', 'must be a number between 0 and 1'],
    ['JANELA_DATABASE_URL', 'mysql://x/y', 'must be an address like postgres://… or postgresql://…'],
    ['JANELA_KAFKA_BROKERS', 'kafka', 'must be host:port, several separated by commas'],
    ['JANELA_ENCRYPTION_KEY', 'k1:c2hvcnQ=', 'must be id:base64 of 32 bytes, several separated by commas'],
    ['JANELA_TIME_ZONE', 'Africa/Samfya', 'must be a time zone such as Africa/Lusaka'],
    ['JANELA_MODE', 'prod', 'Invalid option: expected one of "development"|"demonstration"|"production"'],
    ['JANELA_LOG_LEVEL', 'loud', 'Invalid option'],
  ])('refuses %s=%s and says why', (name, value, why) => {
    const [problem] = problemsOf({ [name]: value });
    expect(problem).toContain(`${name}: ${why}`);
  });

  it('never repeats a value that is wrong: it may be a secret', () => {
    expect(problemsOf({ JANELA_INDEX_KEY: 'hunter2', JANELA_DATABASE_URL: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('takes an empty text for nothing', () => {
    const config = readConfig(RegistryConfig, developed({ JANELA_OTLP_URL: '', JANELA_PORT: '' }));
    expect(config).toMatchObject({ JANELA_PORT: 8101 });
    expect(config.JANELA_OTLP_URL).toBeUndefined();
  });

  it('lets a service leave out what it has no use for, even when it is set', () => {
    const WindowConfig = serviceConfig('window', { port: 8080 }).omit({
      JANELA_DATABASE_URL: true,
      JANELA_MIGRATOR_URL: true,
    });
    expect(readConfig(WindowConfig, developed({ JANELA_DATABASE_URL: 'postgres://x/y' }))).not.toHaveProperty(
      'JANELA_DATABASE_URL',
    );
  });

  it('asks a migration for nothing but its own connection', () => {
    const url = 'postgres://migrator:a-long-secret@db/registry?sslmode=verify-full';
    expect(
      readMigratorUrl(RegistryConfig, { JANELA_MODE: 'production', JANELA_MIGRATOR_URL: url, JANELA_MATCH_LIMIT: '7' }),
    ).toBe(url);
    expect(readMigratorUrl(RegistryConfig, developed())).toBe(
      'postgres://registry_migrator:registry_migrator@localhost:15432/registry',
    );
    expect(() => readMigratorUrl(RegistryConfig, { JANELA_MODE: 'production' })).toThrow(
      'JANELA_MIGRATOR_URL is missing',
    );
    expect(() => readMigratorUrl(RegistryConfig, { JANELA_MOOD: 'x' })).toThrow('JANELA_MOOD is not a variable');
  });

  it('prints itself as a table for the README', () => {
    const table = configTable(RegistryConfig);
    expect(table).toContain('| `JANELA_PORT` | `8101` | Port to listen on; 0 takes a free one |');
    expect(table).toContain('| `JANELA_SMS_URL` | **needed in production** | Where messages are sent |');
    expect(table).toContain('| `JANELA_MIGRATOR_URL` | none in production |');
    expect(table.split('\n').every((row) => row.split(' | ').length === 3 && !row.endsWith('|  |'))).toBe(true);
  });
});
