import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { maven, requireProgram, type Machine } from './programs.ts';
import { diskFull, Refusal } from './refusal.ts';
import type { Say } from './say.ts';

const pom = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));

/** The folder with Kafka's jars, below `cache`; Maven fetches them the first time and whenever the pom has changed. */
export async function kafkaJars(cache: string, machine: Machine, say: Say): Promise<string> {
  const key = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const folder = join(cache, `kafka-${key}`);
  if (existsSync(folder)) return folder;
  const mvn = await requireProgram(maven, machine, say);
  say('Fetching Kafka by Maven; this happens once.');
  mkdirSync(cache, { recursive: true });
  // Fetched beside its place and then renamed: the folder is there whole or not at all, however many fetch at once.
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  try {
    await fetch(mvn, fetched);
    if (!existsSync(folder)) renameSync(fetched, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return folder;
}

async function fetch(mvn: string, into: string): Promise<void> {
  const args = [
    '--batch-mode',
    '--file',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${into}`,
    '-DincludeScope=runtime',
  ];
  try {
    await promisify(execFile)(mvn, args, { maxBuffer: 64e6 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw explain(`${stdout}${stderr}`, dirname(into));
  }
}

function explain(said: string, folder: string): Refusal {
  const unreachable =
    /Could not transfer|Unknown host|Connection refused|Connect timed out|Network is unreachable|name resolution/i;
  if (unreachable.test(said)) {
    return new Refusal(
      'Kafka could not be fetched because Maven Central cannot be reached: connect once to a network (or give Maven a mirror in ~/.m2/settings.xml), or set JANELA_KAFKA_BROKERS.',
    );
  }
  const why = /\[ERROR\] (.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1);
  return diskFull(said, folder) ?? new Refusal(`Maven could not fetch Kafka: ${why}`);
}
