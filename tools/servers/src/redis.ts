import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { type ProcessSupervisor, type Log, ServerProcess } from '@janela/supervisor';

import { redisServer, requireProgram, type Machine } from './programs.ts';

export type RedisOptions = {
  data: string;
  port: number;
  durable: boolean;
  supervisor: ProcessSupervisor;
  machine: Machine;
  log: Log;
};

/** Queues and sessions must not vanish: no eviction, and every write in the append-only file within a second. */
export const redisArguments = [
  '--appendonly',
  'yes',
  '--appendfsync',
  'everysec',
  '--maxmemory-policy',
  'noeviction',
  '--save',
  '',
];

/** Redis, ready to be started. */
export async function prepareRedis({
  data,
  port,
  durable,
  supervisor,
  machine,
  log,
}: RedisOptions): Promise<ServerProcess> {
  const command = await requireProgram(redisServer, machine, log);
  const folder = join(data, 'redis');
  mkdirSync(folder, { recursive: true });
  const sync = durable ? [] : ['--appendfsync', 'no'];
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, ...redisArguments, ...sync];
  const logFile = join(data, 'log', 'redis.log');
  const signals = { stopSignal: 'SIGTERM', crashSignal: 'SIGKILL' } as const;
  return new ServerProcess(
    { name: 'Redis', command, args, logFile, isReady: () => pongs(port), ...signals },
    supervisor,
  );
}

/** Whether a Redis answers there; while it still reads its file back it says so instead. */
const pongs = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 }, () => socket.write('PING\r\n'));
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
