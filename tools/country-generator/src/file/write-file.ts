import { type FileHandle, open } from 'node:fs/promises';

import type { World } from '../household/world.ts';
import { importFile } from './import-file.ts';
import type { Oddities } from './plan.ts';

/** Large enough that writing does not slow making down, small enough that no file needs memory. */
const chunkLength = 256 * 1024;

/** Writes an import file and its labels. Files that are there are written over; memory does not grow with the file. */
export async function writeImportFile(
  world: World,
  { households, oddities }: { households: number; oddities: Oddities },
  paths: { rows: string; labels: string },
): Promise<void> {
  const [rows, labels] = [new Sink(await open(paths.rows, 'w')), new Sink(await open(paths.labels, 'w'))];
  try {
    for (const piece of importFile(world, households, oddities)) {
      await rows.write(piece.rows);
      await labels.write(piece.labels);
    }
  } finally {
    await Promise.all([rows.close(), labels.close()]);
  }
}

/** A file that is written in large pieces, and waits for each. */
class Sink {
  private readonly file: FileHandle;
  private waiting = '';

  constructor(file: FileHandle) {
    this.file = file;
  }

  async write(text: string): Promise<void> {
    this.waiting += text;
    if (this.waiting.length >= chunkLength) await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    await this.file.close();
  }

  private async flush(): Promise<void> {
    await this.file.writeFile(this.waiting);
    this.waiting = '';
  }
}
