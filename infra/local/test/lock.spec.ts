import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf } from '../src/identity.ts';
import { Leash } from '../src/leash.ts';
import { lockDataFolder } from '../src/lock.ts';
import { newFolder, removeFolder } from './starting.ts';

const nobody = '1@long-ago';
let data: string;
let leash: Leash;

beforeEach(() => {
  data = newFolder();
  leash = new Leash();
});

afterEach(async () => {
  await leash.end();
  removeFolder(data);
});

const write = (start: string, keeper: string) =>
  writeFileSync(join(data, 'lock'), JSON.stringify({ start, leash: keeper }));
const quiet = () => undefined;

describe('the lock of a data folder', () => {
  it('is taken for as long as the leash holds, and then given back', async () => {
    await lockDataFolder(data, leash, quiet);
    expect(readFileSync(join(data, 'lock'), 'utf8')).toContain(identityOf(process.pid));
    await leash.end();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  it('is refused while whoever has it lives', async () => {
    write(identityOf(process.pid) ?? '', nobody);
    await expect(lockDataFolder(data, leash, quiet)).rejects.toThrow(
      `Janela already runs here (process ${process.pid}, `,
    );
  });

  it('waits while a start that was killed is still being tidied up after', async () => {
    const keeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(keeper, 'spawn');
    write(nobody, identityOf(keeper.pid ?? 0) ?? '');
    const said: string[] = [];
    const locked = lockDataFolder(data, leash, (sentence) => {
      said.push(sentence);
      keeper.kill('SIGKILL');
    });
    await locked;
    expect(said).toEqual(['The servers of the last start are still stopping; waiting for them.']);
  });

  it('is not held by a dead process, nor by another one that has its number', async () => {
    write(nobody, `${process.pid}@long-ago`);
    await expect(lockDataFolder(data, leash, quiet)).resolves.toBeUndefined();
  });

  it('that cannot be read is nobody’s', async () => {
    writeFileSync(join(data, 'lock'), 'half a li');
    await expect(lockDataFolder(data, leash, quiet)).resolves.toBeUndefined();
  });
});
