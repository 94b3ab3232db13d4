import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const project = join(import.meta.dirname, '..');
/** Little, whatever Node would choose for what it has just made. */
const littleMemory = ['--max-old-space-size=24', '--max-semi-space-size=2'];
const sample = join(project, '../../countries/zambia/sample');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'janela-countries-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as a person would: Node alone, nothing built. */
function run(command: string, args: string[], nodeArgs: string[] = []): Promise<Ended> {
  const script = join(project, 'src', `${command}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeArgs, script, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

describe('generate', () => {
  it('writes the sample file and its labels, byte for byte', async () => {
    const out = join(folder, 'sample.csv');

    expect(await run('generate', ['--out', out])).toMatchObject({ code: 0, err: '' });
    expect(await readFile(out, 'utf8')).toBe(await readFile(join(sample, 'households.csv'), 'utf8'));
    expect(await readFile(join(folder, 'sample.labels.csv'), 'utf8')).toBe(
      await readFile(join(sample, 'households.labels.csv'), 'utf8'),
    );
  });

  it('writes 25 MB in a heap of 24 MB, because it never holds the file', async () => {
    const out = join(folder, 'large.csv');

    expect(await run('generate', ['--out', out, '--households', '32000'], littleMemory)).toMatchObject({ code: 0 });
    expect((await stat(out)).size).toBeGreaterThan(25_000_000);
  }, 180_000);

  it.each([
    [[], '--out says where to write.'],
    [['--out', '/nowhere/at/all.csv'], 'no such file or directory'],
    [['--out', 'x.csv', '--areas', 'ZM999'], 'There is no area ZM999.'],
    [['--out', 'x.csv', '--country', 'atlantis'], 'atlantis'],
    [['--out', 'x.csv', '--as-of', 'today'], '"today" is not a date'],
  ])('refuses %j with a reason and the usage', async (args, reason) => {
    const { code, err } = await run('generate', args);

    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(err).toContain('--households 500');
  });

  it('explains itself', async () => {
    expect(await run('generate', ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--seed 7') });
  });
});

describe('count', () => {
  it('prints what the sample holds', async () => {
    const { out } = await run('count', ['--in', join(sample, 'households.csv')]);

    expect(out).toBe(await readFile(join(sample, 'counts.json'), 'utf8'));
  });

  it('refuses a file that is not there', async () => {
    expect(await run('count', ['--in', join(folder, 'nothing.csv')])).toMatchObject({ code: 2 });
  });
});

describe('check', () => {
  it('finds nothing wrong with Zambia', async () => {
    expect(await run('check', [])).toMatchObject({ code: 0, out: 'zambia: all files fit together.\n' });
  });

  it('says what is missing in a country that is not there', async () => {
    expect(await run('check', ['--country', 'atlantis'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('atlantis'),
    });
  });
});
