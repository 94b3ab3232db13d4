/* The other end of a ProcessSupervisor (see supervisor.ts): a process that outlives its parent just long enough to tidy up after it. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { identityOf, isAlive } from './process-identity.ts';
import type { ManagedProcess } from './process-supervisor.ts';

type Message = {
  manage?: ManagedProcess;
  release?: number;
  run?: { command: string[]; cwd: string };
  remove?: string;
  keep?: string;
};
type Known = ManagedProcess & { identity: string | undefined };

/** A clean stop of Kafka takes a few seconds; what takes longer than this is not going to stop. */
const patienceMs = 20_000;

const managed = new Map<number, Known>();
const commands: { command: string[]; cwd: string }[] = [];
const leftovers = new Set<string>();

// Only the pipe decides: an interrupted parent ends us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { manage, release, run, remove, keep } = JSON.parse(line) as Message;
  if (manage) managed.set(manage.pid, { ...manage, identity: identityOf(manage.pid) });
  if (release) managed.delete(release);
  if (run) commands.push(run);
  if (remove) leftovers.add(remove);
  if (keep) leftovers.delete(keep);
}

const everything = [...managed.values()];
for (const kind of ['service', 'server']) await Promise.all(everything.filter((one) => one.kind === kind).map(stop));
for (const { command, cwd } of commands) spawnSync(command[0] ?? '', command.slice(1), { cwd, stdio: 'ignore' });
for (const path of leftovers) await rm(path, { recursive: true, force: true });

async function stop({ pid, signal, identity }: Known): Promise<void> {
  if (!identity) return;
  const deadline = Date.now() + patienceMs;
  ask(pid, signal, identity);
  // A test may have frozen it; frozen, it would never end.
  ask(pid, 'SIGCONT', identity);
  while (isAlive(identity)) {
    if (Date.now() > deadline) ask(pid, 'SIGKILL', identity);
    await sleep(50);
  }
}

function ask(pid: number, signal: NodeJS.Signals, identity: string): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in this very moment, which is what we wanted.
  }
}
