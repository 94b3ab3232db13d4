import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { downloads, freePort, freePorts, newFolder, startProcesses, withClient } from '@janela/servers';
import { ProcessSupervisor } from '@janela/supervisor';

import { processesOf, Start } from './starting.ts';

jest.setTimeout(300_000);

let data: string;

// One folder through everything that can happen to it: each start takes up what the one before left.
describe('npm start', () => {
  let running: Start;
  let url: string;

  beforeAll(() => {
    data = newFolder();
  });
  afterAll(async () => {
    await running?.end('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  it('leaves nothing half made when it is interrupted while starting', async () => {
    const interrupted = new Start(data);
    await interrupted.says(/Starting/);
    while (!existsSync(join(data, 'postgres.unfinished'))) await sleep(1);
    expect(await interrupted.end('SIGINT')).toEqual({ code: 0, signal: null });
    expect(existsSync(join(data, 'postgres.unfinished'))).toBe(false);
  });

  it('refuses a second start beside the first, which goes on', async () => {
    running = new Start(data);
    url = await running.ready();
    const second = new Start(data);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output).toBe(
      `Janela already runs here (process ${running.pid}, data in ${data}): use that one, or stop it with Ctrl-C first.\n`,
    );
    expect((await withClient(url, (client) => client.query('SELECT 1 AS alive'))).rows).toEqual([{ alive: 1 }]);
  });

  it('keeps what was written over a restart, and stops all it started', async () => {
    await withClient(url, (client) => client.query('CREATE TABLE kept AS SELECT 42 AS answer'));
    expect(await running.end('SIGINT')).toEqual({ code: 0, signal: null });
    expect(processesOf(data)).toEqual([]);

    running = new Start(data);
    url = await running.ready();
    expect((await withClient(url, (client) => client.query('SELECT answer FROM kept'))).rows).toEqual([{ answer: 42 }]);
    expect(running.output).toMatch(/Databases: \d+, of which 0 are new/);
    expect(running.output).toMatch(/Topics: \d+, of which 0 are new/);
  });

  it('leaves no server behind when it is killed, and starts again', async () => {
    const orphans = processesOf(data).map(({ pid }) => pid);
    await running.end('SIGKILL');
    running = new Start(data);
    await running.ready();
    expect(processesOf(data).filter(({ pid }) => orphans.includes(pid))).toEqual([]);
  });

  it('says so and ends when a server falls over', async () => {
    const servers = processesOf(data);
    expect(servers.length).toBeGreaterThanOrEqual(4);
    const kafka = servers.find(({ command }) => command.includes('kafka.Kafka'));
    if (kafka) process.kill(kafka.pid, 'SIGKILL');
    expect(await running.ended).toEqual({ code: 1, signal: null });
    expect(running.output).toContain('Kafka stopped unexpectedly');
    while (processesOf(data).length > 0) await sleep(50);
  });
});

describe('what cannot be started', () => {
  beforeEach(() => {
    data = newFolder();
  });
  afterEach(() => {
    rmSync(data, { recursive: true, force: true });
  });

  describe('a data folder that is not whole', () => {
    it.each([
      ['postgres.unfinished', 'PG_VERSION'],
      ['postgres', 'PG_VERSION'],
      ['kafka.unfinished', 'bootstrap.checkpoint'],
      ['kafka', 'bootstrap.checkpoint'],
    ])('is refused and not touched: %s', async (folder, file) => {
      mkdirSync(join(data, folder));
      writeFileSync(join(data, folder, file), '18');
      const start = new Start(data);
      expect(await start.ended).toEqual({ code: 1, signal: null });
      expect(start.output).toContain(
        `The folder ${join(data, folder)} is only half initialised, because an earlier start was interrupted: ` +
          `move it away or delete it (rm -r '${join(data, folder)}'), then start again.\n`,
      );
      expect(readFileSync(join(data, folder, file), 'utf8')).toBe('18');
      expect(processesOf(data)).toEqual([]);
    });

    it('is refused when it is of another Postgres', async () => {
      mkdirSync(join(data, 'postgres', 'global'), { recursive: true });
      writeFileSync(join(data, 'postgres', 'global', 'pg_control'), '');
      writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n');
      const start = new Start(data);
      expect(await start.ended).toEqual({ code: 1, signal: null });
      expect(start.output).toContain('is of Postgres 17, and this is 18');
    });
  });

  describe('addresses that are given', () => {
    it.each([
      [{ JANELA_POSTGRES_URL: 'localhost' }, 'JANELA_POSTGRES_URL is not an address: write it as postgres://'],
      [{ JANELA_REDIS_URL: 'http://localhost' }, 'JANELA_REDIS_URL is not an address: write it as redis://'],
      [{ JANELA_KAFKA_BROKERS: 'localhost' }, 'JANELA_KAFKA_BROKERS is not a list of brokers'],
    ])('are refused when they are none: %j', async (env, sentence) => {
      const start = new Start(data, env as Record<string, string>);
      expect(await start.ended).toEqual({ code: 1, signal: null });
      expect(start.output).toContain(sentence);
    });

    it.each([
      ['JANELA_POSTGRES_URL', 'postgres://postgres@127.0.0.1:PORT/postgres'],
      ['JANELA_REDIS_URL', 'redis://127.0.0.1:PORT'],
      ['JANELA_KAFKA_BROKERS', '127.0.0.1:PORT'],
    ])('are refused when nothing answers there: %s', async (variable, address) => {
      const port = await freePort();
      const start = new Start(data, { [variable]: address.replace('PORT', String(port)) });
      expect(await start.ended).toEqual({ code: 1, signal: null });
      expect(start.output).toBe(
        `${variable} names 127.0.0.1:${port}, where nothing answers: start what should run there, or unset it.\n`,
      );
    });
  });

  it.each(['postgres', 'redis', 'kafka', 'controller'] as const)(
    'a taken port is named and left alone: %s',
    async (name) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const port = (other.address() as AddressInfo).port;
      const supervisor = new ProcessSupervisor();
      const starting = startProcesses({
        wanted: ['postgresUrl', 'redisUrl', 'kafkaBrokers'],
        ports: { ...(await freePorts()), [name]: port },
        data,
        durable: false,
        cache: downloads,
        supervisor,
        log: () => undefined,
      });
      await expect(starting).rejects.toThrow(`Port ${port}, which`);
      await expect(starting).rejects.toThrow('is already taken: stop what listens there');
      await supervisor.end();
      expect(existsSync(join(data, 'postgres'))).toBe(false);
      other.close();
    },
  );
});
