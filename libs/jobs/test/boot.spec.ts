import { createServer, type Server } from 'node:net';
import { once } from 'node:events';

import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { freePort } from '@janela/servers';
import { testServers } from '@janela/testing';

import { DeclaredJobs } from '../src/declared-jobs.ts';
import { defineJob, OnJob } from '../src/index.ts';
import { JobHandlers } from '../src/job-handlers.ts';
import { checkRedis } from '../src/redis-check.ts';

const ScoreDuplicates = defineJob('registry.score-duplicates', { ids: { personId: 'uuid' } });
const PurgeImports = defineJob('registry.purge-imports', { every: '0 3 * * *' });

@Injectable()
class Duplicates {
  @OnJob(ScoreDuplicates)
  async score(): Promise<void> {}
}

@Injectable()
class OtherDuplicates {
  @OnJob(ScoreDuplicates)
  async scoreAgain(): Promise<void> {}
}

@Injectable()
class Imports {
  @OnJob(PurgeImports)
  async purge(): Promise<void> {}
}

async function boot(providers: Type[]): Promise<void> {
  const declared = new DeclaredJobs('registry', [ScoreDuplicates]);

  @Module({
    imports: [DiscoveryModule],
    providers: [...providers, JobHandlers, { provide: DeclaredJobs, useValue: declared }],
  })
  class Registry {}

  const app = await NestFactory.createApplicationContext(Registry, { logger: false, abortOnError: false });
  await app.close();
}

describe('a service starts', () => {
  it('when every declared job has one handler', async () => {
    await expect(boot([Duplicates])).resolves.toBeUndefined();
  });
});

describe('a service does not start', () => {
  it('when a job has no handler, and says what to write', async () => {
    await expect(boot([])).rejects.toThrow(
      'registry.score-duplicates has no handler: add  @OnJob(ScoreDuplicates) ' +
        'async scoreDuplicates(job: ReceivedJob<typeof ScoreDuplicates>, tx: Tx): Promise<void>  to a provider of registry.',
    );
  });

  it('when a job has two handlers, and says where they are', async () => {
    await expect(boot([Duplicates, OtherDuplicates])).rejects.toThrow(
      'registry.score-duplicates is done by Duplicates.score and OtherDuplicates.scoreAgain: remove @OnJob from all but one.',
    );
  });

  it('when a handler does a job that is not declared, and says what to write', async () => {
    await expect(boot([Duplicates, Imports])).rejects.toThrow(
      'Imports.purge does registry.purge-imports, which is not declared: ' +
        'write  jobs: [ScoreDuplicates, PurgeImports]  in JobsModule.forService.',
    );
  });
});

describe('Redis', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** A Redis that answers the one question with this, in its own protocol, and OK to everything else. */
  async function redisThatSays(answer: string): Promise<string> {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const commands = data.toString().split(/(?=\*\d+\r\n)/);
        for (const command of commands) socket.write(/config/i.test(command) ? answer : '+OK\r\n');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return `redis://:secret@127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  it('is accepted when it keeps what it is given', async () => {
    await expect(checkRedis(testServers().redisUrl)).resolves.toBeUndefined();
  });

  it('is refused when it may throw jobs away to make room', async () => {
    const url = await redisThatSays('*2\r\n$16\r\nmaxmemory-policy\r\n$11\r\nallkeys-lru\r\n');

    await expect(checkRedis(url)).rejects.toThrow(
      /^Redis at 127.0.0.1:\d+ may throw jobs away \(maxmemory-policy allkeys-lru\): set maxmemory-policy to noeviction.$/,
    );
  });

  it('is accepted, with a warning, when it may not be asked', async () => {
    await expect(
      checkRedis(await redisThatSays('-NOPERM User default has no permissions\r\n')),
    ).resolves.toBeUndefined();
  });

  it('is refused in one sentence without its password when it does not answer', async () => {
    const port = await freePort();

    await expect(checkRedis(`redis://:secret@127.0.0.1:${port}`)).rejects.toThrow(
      new RegExp(`^Redis does not answer at 127.0.0.1:${port} \\([^)]+\\): start it, or set JANELA_REDIS_URL.$`),
    );
  });
});
