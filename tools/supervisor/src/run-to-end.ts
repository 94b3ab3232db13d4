import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { ProcessSupervisor } from './process-supervisor.ts';

/** How a program ended: whether well, and everything it printed. */
export type Ended = { ok: boolean; said: string };

/** Runs a program to its end. It is stopped when we are. */
export async function runToEnd(
  command: string,
  args: string[],
  supervisor: ProcessSupervisor,
  as: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(command, args, { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  if (child.pid) supervisor.manage({ pid: child.pid, signal: 'SIGTERM', kind: 'server' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (child.pid) supervisor.release(child.pid);
  return { ok: code === 0, said };
}
