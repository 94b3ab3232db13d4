import 'reflect-metadata';

import { text } from 'node:stream/consumers';

import type { INestApplicationContext } from '@nestjs/common';
import { AppError, ConfigurationError, startContext } from '@janela/platform';

import { ClientsService } from './clients/clients.service.ts';
import { WrongCommand } from './commands/command-line.ts';
import { keys, keysUsage } from './commands/keys.ts';
import { machine, machineUsage } from './commands/machine.ts';
import { staff, staffUsage } from './commands/staff.ts';
import { commandConfig } from './identity.config.ts';
import { SilentIdentityModule } from './identity.module.ts';
import { KeysService } from './keys/keys.service.ts';
import { PeopleService } from './people/people.service.ts';

// What is done by hand: `node dist/command.js staff|machine|keys …`, with the service's environment.
const commands: Record<string, (app: INestApplicationContext, args: string[]) => Promise<string>> = {
  staff: (app, args) => staff(app.get(PeopleService), args, readPassword),
  machine: (app, args) => machine(app.get(ClientsService), app.get(PeopleService), args),
  keys: (app, args) => keys(app.get(KeysService), app.get(PeopleService), args),
};

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const command = commands[name];
    if (!command) throw new WrongCommand([staffUsage, machineUsage, keysUsage].join('\n'));
    const { app, close } = await startContext(SilentIdentityModule, commandConfig(), () => Promise.resolve());
    try {
      process.stdout.write(`${await command(app, args)}\n`);
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
