import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ProcessSupervisor, userErrorOf } from '@janela/supervisor';

import { makeDataFolder } from '../src/data-folder.ts';
import { kafkaJars } from '../src/kafka-jars.ts';
import { newFolder } from '../src/servers.ts';
import { java, maven, redisServer, requireJava, requireProgram } from '../src/programs.ts';

let folder: string;
const quiet = () => undefined;
const bare = () => ({ path: folder, mayInstall: false });

/** Puts a program on the PATH that says this and ends so. */
function fake(name: string, says: string, code: number): void {
  writeFileSync(join(folder, name), `#!/bin/sh\necho '${says}' >&2\nexit ${code}\n`);
  chmodSync(join(folder, name), 0o755);
}

beforeEach(() => {
  folder = newFolder();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a program that is missing', () => {
  it.each([
    [redisServer, 'Redis needs the program redis-server, which is not on the PATH: install it (brew install redis,'],
    [java, 'Kafka needs the program java, which is not on the PATH: install Java 17 or newer'],
    [maven, 'the first download of Kafka needs the program mvn, which is not on the PATH: install Maven'],
  ])('is named, with how to get it: $name', async (program, sentence) => {
    await expect(requireProgram(program, bare(), quiet)).rejects.toThrow(sentence);
  });

  it('is not mistaken for a file that cannot be run', async () => {
    writeFileSync(join(folder, 'redis-server'), '');
    await expect(requireProgram(redisServer, bare(), quiet)).rejects.toThrow('not on the PATH');
  });
});

describe('a Java that is too old', () => {
  let home: string | undefined;

  beforeEach(() => {
    home = process.env['JAVA_HOME'];
    delete process.env['JAVA_HOME'];
  });

  afterEach(() => {
    if (home !== undefined) process.env['JAVA_HOME'] = home;
  });

  it.each([
    ['openjdk version "11.0.22" 2024-01-16', 'is 11'],
    ['java version "1.8.0_392"', 'is 1'],
    ['no java here', 'is not a Java'],
  ])('is refused: %s', async (version, says) => {
    fake('java', version, 0);
    await expect(requireJava(bare(), quiet)).rejects.toThrow(
      `Kafka needs Java 17 or newer and ${join(folder, 'java')} ${says}`,
    );
  });

  it('17 and newer will do', async () => {
    fake('java', 'openjdk version "21.0.1" 2023-10-17', 0);
    expect(await requireJava(bare(), quiet)).toBe(join(folder, 'java'));
  });
});

describe('the first download of Kafka', () => {
  it.each([
    [
      '[ERROR] Could not transfer artifact org.apache.kafka: Unknown host repo.maven.apache.org',
      'Maven Central cannot be reached',
    ],
    ['[ERROR] Failed to write: No space left on device', 'is full: free at least 1 GB'],
    [
      '[ERROR] Could not find artifact org.apache.kafka:kafka_2.13:jar:99',
      'Maven could not fetch Kafka: Could not find artifact',
    ],
  ])('fails in one sentence and leaves nothing behind: %s', async (says, sentence) => {
    fake('mvn', says, 1);
    const supervisor = new ProcessSupervisor();
    const cache = join(folder, 'downloads');
    await expect(
      kafkaJars(cache, { ...bare(), path: `${folder}:${process.env['PATH']}` }, supervisor, quiet),
    ).rejects.toThrow(sentence);
    expect(readdirSync(cache)).toEqual([]);
    await supervisor.end();
  });
});

describe('a full disk', () => {
  it('is seen before anything is started', () => {
    expect(() => makeDataFolder(folder, Number.MAX_SAFE_INTEGER)).toThrow(
      /has only \d+ MB free and \d+ MB are needed: make room/,
    );
  });

  it('is named when a program runs into it', () => {
    const said = 'initdb: error: could not write to file: No space left on device\ninitdb: removing contents';
    expect(userErrorOf(said, 'Postgres could not make its folder', '/data').message).toBe(
      'The disk that holds /data is full: free at least 1 GB there and start again.',
    );
  });

  it('leaves an ordinary disk alone', () => {
    makeDataFolder(join(folder, 'deep', 'down'));
    expect(existsSync(join(folder, 'deep', 'down'))).toBe(true);
  });
});
