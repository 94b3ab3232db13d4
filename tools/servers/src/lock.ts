import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { identityOf, isAlive, type ProcessSupervisor, UserError, type Log } from '@janela/supervisor';

type Holder = { start: string; supervisor: string };

/**
 * Takes the data folder for this process, until its supervisor has ended. Refuses while another start lives; waits while one
 * that was killed is still being tidied up after.
 */
export async function lockDataFolder(data: string, supervisor: ProcessSupervisor, log: Log): Promise<void> {
  const path = join(data, 'lock');
  let waiting = false;
  for (let holder = read(path); holder; holder = read(path)) {
    if (isAlive(holder.start)) throw alreadyRunning(holder, data);
    if (!isAlive(holder.supervisor)) break;
    if (!waiting) log('The servers of the last start are still stopping; waiting for them.');
    waiting = true;
    await sleep(200);
  }
  rmSync(path, { force: true });
  const holder: Holder = { start: identityOf(process.pid) ?? '', supervisor: identityOf(supervisor.pid) ?? '' };
  // Written aside and then linked: a lock is there whole or not at all, and only one of two that start at once gets it.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, path);
  } catch (error) {
    const winner = read(path);
    throw winner ? alreadyRunning(winner, data) : error;
  } finally {
    rmSync(draft, { force: true });
  }
  supervisor.removeAtEnd(path);
}

const alreadyRunning = ({ start }: Holder, data: string) =>
  new UserError(
    `Janela already runs here (process ${start.split('@')[0]}, data in ${data}): use that one, or stop it with Ctrl-C first.`,
  );

function read(path: string): Holder | undefined {
  try {
    // A lock of an earlier version names no supervisor.
    return { supervisor: '', ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> & Pick<Holder, 'start'>) };
  } catch {
    return undefined;
  }
}
