import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive } from './identity.ts';
import type { Leash } from './leash.ts';
import { Refusal } from './refusal.ts';
import type { Say } from './say.ts';

type Holder = { start: string; leash: string };

/**
 * Takes the data folder for this process, until its leash has ended. Refuses while another start lives; waits while one
 * that was killed is still being tidied up after.
 */
export async function lockDataFolder(data: string, leash: Leash, say: Say): Promise<void> {
  const path = join(data, 'lock');
  let waiting = false;
  for (let holder = read(path); holder; holder = read(path)) {
    if (isAlive(holder.start)) throw alreadyRunning(holder, data);
    if (!isAlive(holder.leash)) break;
    if (!waiting) say('The servers of the last start are still stopping; waiting for them.');
    waiting = true;
    await sleep(200);
  }
  rmSync(path, { force: true });
  const holder: Holder = { start: identityOf(process.pid) ?? '', leash: identityOf(leash.pid) ?? '' };
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
  leash.removeAtEnd(path);
}

const alreadyRunning = ({ start }: Holder, data: string) =>
  new Refusal(
    `Janela already runs here (process ${start.split('@')[0]}, data in ${data}): use that one, or stop it with Ctrl-C first.`,
  );

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
