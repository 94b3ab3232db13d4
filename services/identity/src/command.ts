import 'reflect-metadata';

import { text } from 'node:stream/consumers';

import { AppError, ConfigurationError, startContext } from '@janela/platform';

import { keys, keysUsage } from './commands/keys.ts';
import { staff, staffUsage, WrongCommand } from './commands/staff.ts';
import { commandConfig } from './identity.config.ts';
import { SilentIdentityModule } from './identity.module.ts';
import { KeysService } from './keys/keys.service.ts';
import { PeopleService } from './people/people.service.ts';

// What is done by hand: `node dist/command.js staff …` and `node dist/command.js keys …`, with the service's environment.
const [what = '', ...args] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  try {
    if (what !== 'staff' && what !== 'keys') throw new WrongCommand(`${staffUsage}\n${keysUsage}`);
    const { app, close } = await startContext(SilentIdentityModule, commandConfig(), () => Promise.resolve());
    try {
      const done =
        what === 'staff' ? staff(app.get(PeopleService), args, readPassword) : keys(app.get(KeysService), args);
      process.stdout.write(`${await done}\n`);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    const expected = error instanceof WrongCommand || error instanceof AppError || error instanceof ConfigurationError;
    process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    return expected ? 2 : 1;
  }
}

async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
