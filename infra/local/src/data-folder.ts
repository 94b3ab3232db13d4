import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';

/** Two databases' worth of working space; less is a full disk that has not noticed yet. */
export const leastFreeBytes = 1_000_000_000;

/** Makes the folder, or refuses when the disk it is on has less than `leastBytes` free. */
export function makeDataFolder(folder: string, leastBytes = leastFreeBytes): void {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= leastBytes) return;
  const [free, needed] = [bavail * bsize, leastBytes].map((bytes) => `${Math.floor(bytes / 1e6)} MB`);
  throw new Refusal(
    `The disk that holds ${folder} has only ${free} free and ${needed} are needed: make room and start again.`,
  );
}

/**
 * A server's own folder inside the data folder, filled by `initialise` the first time. It is filled under another name and
 * renamed when complete, so a folder with its proper name is whole; what an interrupted start left is refused, not touched.
 */
export async function serverFolder(
  data: string,
  name: string,
  proof: string,
  initialise: (at: string) => Promise<void>,
) {
  const folder = join(data, name);
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) throw halfMade(unfinished);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, proof))) throw halfMade(folder);
    return folder;
  }
  mkdirSync(unfinished, { recursive: true });
  try {
    await initialise(unfinished);
  } catch (error) {
    // We made it a moment ago and nobody has used it: nothing is lost.
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  renameSync(unfinished, folder);
  return folder;
}

const halfMade = (folder: string) =>
  new Refusal(
    `The folder ${folder} is only half initialised, because an earlier start was interrupted: ` +
      `move it away or delete it (rm -r '${folder}'), then start again.`,
  );
