import { existsSync, mkdirSync, readdirSync, renameSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

import { type ProcessSupervisor, UserError } from '@janela/supervisor';

/** Two databases' worth of working space; less is a full disk that has not noticed yet. */
export const leastFreeBytes = 1_000_000_000;

/** Makes the folder, or refuses when the disk it is on has less than `leastBytes` free. */
export function makeDataFolder(folder: string, leastBytes = leastFreeBytes): void {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= leastBytes) return;
  const [free, needed] = [bavail * bsize, leastBytes].map((bytes) => `${Math.floor(bytes / 1e6)} MB`);
  throw new UserError(
    `The disk that holds ${folder} has only ${free} free and ${needed} are needed: make room and start again.`,
  );
}

/** How a server's own folder is made: its name inside `data`, a file that a whole one has, and what fills a new one. */
export type Folder = { data: string; name: string; proof: string; initialise: (at: string) => Promise<void> };

/**
 * A server's own folder, filled the first time. It is filled under another name and renamed when complete, so one with its
 * proper name is whole. What an interrupted start left is refused and not touched: it may not be what we think it is.
 */
export async function serverFolder(
  { data, name, proof, initialise }: Folder,
  supervisor: ProcessSupervisor,
): Promise<string> {
  const folder = join(data, name);
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) throw halfMade(unfinished);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, proof))) throw halfMade(folder);
    return folder;
  }
  mkdirSync(unfinished, { recursive: true });
  supervisor.removeAtEnd(unfinished);
  await initialise(unfinished);
  renameSync(unfinished, folder);
  supervisor.keep(unfinished);
  return folder;
}

const halfMade = (folder: string) =>
  new UserError(
    `The folder ${folder} is only half initialised, because an earlier start was interrupted: ` +
      `move it away or delete it (rm -r '${folder}'), then start again.`,
  );
