import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type ProcessSupervisor, UserError, userErrorOf, runToEnd, type Log } from '@janela/supervisor';

import { maven, requireProgram, type Machine } from './programs.ts';

const pom = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));

/** The folder with Kafka's jars, below `cache`; Maven fetches them the first time and whenever the pom has changed. */
export async function kafkaJars(
  cache: string,
  machine: Machine,
  supervisor: ProcessSupervisor,
  log: Log,
): Promise<string> {
  const key = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const folder = join(cache, `kafka-${key}`);
  if (existsSync(folder)) return folder;
  const mvn = await requireProgram(maven, machine, log);
  log('Fetching Kafka by Maven; this happens once.');
  mkdirSync(cache, { recursive: true });
  // Fetched beside its place and then renamed: the folder is there whole or not at all, however many fetch at once.
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  supervisor.removeAtEnd(fetched);
  try {
    await fetch(mvn, fetched, supervisor);
    if (!existsSync(folder)) renameSync(fetched, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return folder;
}

async function fetch(mvn: string, into: string, supervisor: ProcessSupervisor): Promise<void> {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${into}`, '-DincludeScope=runtime'];
  const { ok, said } = await runToEnd(mvn, ['--batch-mode', '--file', pom, ...goal], supervisor);
  if (!ok) throw explain(said, dirname(into));
}

function explain(said: string, folder: string): UserError {
  const unreachable =
    /Could not transfer|Unknown host|Connection refused|timed out|Network is unreachable|name resolution/i;
  if (unreachable.test(said)) {
    return new UserError(
      'Kafka could not be fetched because Maven Central cannot be reached: connect once to a network ' +
        '(or name a mirror in ~/.m2/settings.xml), or set JANELA_KAFKA_BROKERS.',
    );
  }
  return userErrorOf(/\[ERROR\] (.*)/.exec(said)?.[1] ?? said, 'Maven could not fetch Kafka', folder);
}
