import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { identityOf, ProcessSupervisor } from '@janela/supervisor';

import { lockDataFolder } from '../src/lock.ts';
import { newFolder } from '../src/servers.ts';

const gone = '1@long-ago';
let data: string;
let supervisor: ProcessSupervisor;

beforeEach(() => {
  data = newFolder();
  supervisor = new ProcessSupervisor();
});

afterEach(async () => {
  await supervisor.end();
  rmSync(data, { recursive: true, force: true });
});

const write = (start: string, watchdog: string) =>
  writeFileSync(join(data, 'lock'), JSON.stringify({ start, supervisor: watchdog }));
const quiet = () => undefined;

describe('the lock of a data folder', () => {
  it('is taken for as long as the supervisor holds, and then given back', async () => {
    await lockDataFolder(data, supervisor, quiet);
    expect(readFileSync(join(data, 'lock'), 'utf8')).toContain(identityOf(process.pid));
    await supervisor.end();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  it('is refused while the process that has it lives', async () => {
    write(identityOf(process.pid) ?? '', gone);
    await expect(lockDataFolder(data, supervisor, quiet)).rejects.toThrow(
      `Janela already runs here (process ${process.pid}, `,
    );
  });

  it('waits while a start that was killed is still being tidied up after', async () => {
    const watchdog = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(watchdog, 'spawn');
    write(gone, identityOf(watchdog.pid ?? 0) ?? '');
    const said: string[] = [];
    const locked = lockDataFolder(data, supervisor, (sentence) => {
      said.push(sentence);
      watchdog.kill('SIGKILL');
    });
    await locked;
    expect(said).toEqual(['The servers of the last start are still stopping; waiting for them.']);
  });

  it('is not held by a dead process, nor by another one that has its number', async () => {
    write(gone, `${process.pid}@long-ago`);
    await expect(lockDataFolder(data, supervisor, quiet)).resolves.toBeUndefined();
  });

  it('that cannot be read holds no one up', async () => {
    writeFileSync(join(data, 'lock'), 'half a li');
    await expect(lockDataFolder(data, supervisor, quiet)).resolves.toBeUndefined();
  });
});
