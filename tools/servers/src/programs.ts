import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { UserError, type Log } from '@janela/supervisor';

/** A program we run but do not bring: its name, the Debian packages that have it (the first that exists), and a word for others. */
export type Program = { name: string; purpose: string; packages: string[]; elsewhere: string };

export const redisServer: Program = {
  name: 'redis-server',
  purpose: 'Redis',
  packages: ['redis-server'],
  elsewhere: 'install it (brew install redis, sudo apt-get install redis-server) or set JANELA_REDIS_URL',
};

export const java: Program = {
  name: 'java',
  purpose: 'Kafka',
  packages: ['openjdk-17-jre-headless', 'default-jre-headless'],
  elsewhere:
    'install Java 17 or newer (brew install openjdk@17, sudo apt-get install openjdk-17-jre-headless) or set JANELA_KAFKA_BROKERS',
};

export const maven: Program = {
  name: 'mvn',
  purpose: 'the first download of Kafka',
  packages: ['maven'],
  elsewhere: 'install Maven (brew install maven, sudo apt-get install maven) or set JANELA_KAFKA_BROKERS',
};

/** Where to look, and whether we may install: by default the PATH, and only on Debian as root. */
export type Machine = { path: string; mayInstall: boolean };

export const thisMachine = (): Machine => ({
  path: process.env['PATH'] ?? '',
  mayInstall: existsSync('/etc/debian_version') && process.getuid?.() === 0,
});

/** apt-get can only do one thing at a time. */
let installing: Promise<void> = Promise.resolve();

/** The full path of the program, installed first where we may; else refuses with what to do. */
export async function requireProgram(program: Program, machine: Machine, log: Log): Promise<string> {
  const found = find(program.name, machine.path);
  if (found) return found;
  if (machine.mayInstall) await (installing = installing.catch(() => undefined).then(() => install(program, log)));
  const installed = machine.mayInstall && find(program.name, machine.path);
  if (installed) return installed;
  throw new UserError(
    `${program.purpose} needs the program ${program.name}, which is not on the PATH: ${program.elsewhere}.`,
  );
}

/** A Java of 17 or newer: that of JAVA_HOME, or of the PATH. */
export async function requireJava(machine: Machine, log: Log): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const candidate = home && find('java', join(home, 'bin'));
  const command = candidate || (await requireProgram(java, machine, log));
  const { stderr } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  if (version >= 17) return command;
  throw new UserError(`Kafka needs Java 17 or newer and ${command} is ${version || 'not a Java'}: ${java.elsewhere}.`);
}

/** The first executable of this name in a PATH. */
export function find(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function install({ packages, purpose }: Program, log: Log): Promise<void> {
  const apt = (...args: string[]) =>
    promisify(execFile)('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64e6,
    });
  await apt('update', '--quiet').catch(() => undefined);
  const name = packages.find(isOffered) ?? packages[0] ?? '';
  log(`Installing ${name} for ${purpose} (apt-get).`);
  try {
    await apt('install', '--yes', '--quiet', '--no-install-recommends', name);
  } catch {
    throw new UserError(
      `${purpose} needs ${name}, and apt-get could not install it: run apt-get install ${name}, see why, and start again.`,
    );
  }
}

function isOffered(name: string): boolean {
  try {
    return /^\s*Candidate: (?!\(none\))/m.test(execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
