import { roles } from '@janela/contracts';
import type { Actor } from '@janela/platform';
import { z } from 'zod';

import { passwordLengthMax, passwordLengthMin } from '../people/password.ts';
import type { PeopleService } from '../people/people.service.ts';
import { AuthorUnknown } from '../identity.errors.ts';
import { getAuthor } from './author.ts';
import { Access, Name, parseCommand, read, WrongCommand } from './command-line.ts';

export const staffUsage = `Usage: staff add <e-mail> --by <e-mail> --name <name> --role <role>… --area <P-code>…   password on standard input
       staff access <e-mail> --by <e-mail> --role <role>… --area <P-code>…
       staff password <e-mail> --by <e-mail>                                          password on standard input
       staff close <e-mail> --by <e-mail>
--by names the administrator who gives the command; no one changes what they may do themselves. An installation without an
administrator takes its first commands without it.
Roles: ${roles.join(', ')}. An area reaches everything below it; the whole country is its two letters.`;

const Email = z.email('is not an e-mail address').max(254);
const Password = z
  .string()
  .min(passwordLengthMin, `must have ${passwordLengthMin} characters or more`)
  .max(passwordLengthMax, `must have ${passwordLengthMax} characters or fewer`);

/** Adds, changes and closes the accounts of staff, and says what it did. Throws `WrongCommand`, or the service's refusals. */
export async function staff(
  people: PeopleService,
  args: string[],
  readPassword: () => Promise<string>,
): Promise<string> {
  const { positionals, values } = parseCommand(args, staffUsage);
  const [command, typedEmail, ...more] = positionals;
  if (more.length > 0) throw new WrongCommand(staffUsage);
  const actor = await getAuthor(people, values.by);
  const email = () => read('The e-mail address', Email, typedEmail);
  const access = () => read('The roles and areas', Access, { roles: values.role, areas: values.area });
  const password = async () => read('The password', Password, await readPassword());

  switch (command ?? '') {
    case 'add':
      await people.add(actor, {
        email: email(),
        name: read('The name', Name, values.name),
        ...access(),
        password: await password(),
      });
      return 'Added.';
    case 'access':
      return change(people, email(), async (id) => {
        mustBeAnother(actor, id);
        await people.setAccess(actor, id, access().roles, access().areas);
      });
    case 'password':
      return change(people, email(), async (id) => people.setPassword(actor, id, await password()));
    case 'close':
      return change(people, email(), async (id) => {
        mustBeAnother(actor, id);
        await people.disable(actor, id);
      });
    default:
      throw new WrongCommand(staffUsage);
  }
}

async function change(people: PeopleService, email: string, work: (id: Actor['id']) => Promise<void>): Promise<string> {
  const { id, name } = await people.getByEmail(email);
  await work(id);
  return `Changed ${name}. Their sessions have ended; tokens that are out there expire within ten minutes.`;
}

function mustBeAnother(author: Actor, id: Actor['id']): void {
  if (author.id === id) throw new AuthorUnknown();
}
