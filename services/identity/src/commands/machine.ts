import { roles } from '@janela/contracts';
import { z } from 'zod';

import type { ClientsService } from '../clients/clients.service.ts';
import type { PeopleService } from '../people/people.service.ts';
import { getAuthor } from './author.ts';
import { Access, Name, parseCommand, read, WrongCommand } from './command-line.ts';

export const machineUsage = `Usage: machine add <id> --by <e-mail> --name <name> --role <role>… --area <P-code>…   prints the secret, once
       machine close <id> --by <e-mail>
Roles: ${roles.join(', ')}.`;

const Id = z.string('is missing').regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'has small letters, digits and hyphens only');

/** Adds and closes machine clients, and says what it did. Throws `WrongCommand`, or the service's refusals. */
export async function machine(clients: ClientsService, people: PeopleService, args: string[]): Promise<string> {
  const { positionals, values } = parseCommand(args, machineUsage);
  const [command, typedId, ...more] = positionals;
  if (more.length > 0) throw new WrongCommand(machineUsage);
  const actor = await getAuthor(people, values.by);
  const id = () => read('The id', Id, typedId);

  switch (command ?? '') {
    case 'add': {
      const access = read('The roles and areas', Access, { roles: values.role, areas: values.area });
      const secret = await clients.add(actor, { id: id(), name: read('The name', Name, values.name), ...access });
      return `Added. Its secret, which is shown only now: ${secret}`;
    }
    case 'close':
      await clients.disable(actor, id());
      return 'Closed; tokens that are out there expire within ten minutes.';
    default:
      throw new WrongCommand(machineUsage);
  }
}
