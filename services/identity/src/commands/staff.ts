import { parseArgs } from 'node:util';

import { AreaCode, Role, roles } from '@janela/contracts';
import { type Actor, systemActor } from '@janela/platform';
import { z } from 'zod';

import { passwordLengthMax, passwordLengthMin } from '../people/password.ts';
import type { PeopleService } from '../people/people.service.ts';

export const staffUsage = `Usage: staff add <e-mail> --name <name> --role <role>… --area <P-code>…    password on standard input
       staff access <e-mail> --role <role>… --area <P-code>…
       staff password <e-mail>                                            password on standard input
       staff close <e-mail>
Roles: ${roles.join(', ')}. An area reaches everything below it; the whole country is its two letters.`;

/** What was asked for does not make sense; `message` says why. */
export class WrongCommand extends Error {
  override readonly name = 'WrongCommand';
}

const Email = z.email('is not an e-mail address').max(254);
const Name = z.string('is missing: --name').trim().min(1, 'is empty').max(200);
const Access = z.object({
  roles: z.array(Role).min(1, 'are missing: --role'),
  areas: z.array(AreaCode).min(1, 'are missing: --area'),
});
const Password = z
  .string()
  .min(passwordLengthMin, `must have ${passwordLengthMin} characters or more`)
  .max(passwordLengthMax, `must have ${passwordLengthMax} characters or fewer`);

const options = {
  name: { type: 'string' },
  role: { type: 'string', multiple: true, default: [] as string[] },
  area: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Adds, changes and closes the accounts of staff, and says what it did. Throws `WrongCommand`, or the service's refusals. */
export async function staff(
  people: PeopleService,
  args: string[],
  readPassword: () => Promise<string>,
): Promise<string> {
  const { positionals, values } = parse(args);
  const [command, typedEmail, ...more] = positionals;
  if (more.length > 0) throw new WrongCommand(staffUsage);
  const actor = systemActor('operator');
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
      return change(people, email(), async (id) => people.setAccess(actor, id, access().roles, access().areas));
    case 'password':
      return change(people, email(), async (id) => people.setPassword(actor, id, await password()));
    case 'close':
      return change(people, email(), (id) => people.disable(actor, id));
    default:
      throw new WrongCommand(staffUsage);
  }
}

async function change(people: PeopleService, email: string, work: (id: Actor['id']) => Promise<void>): Promise<string> {
  const { id, name } = await people.getByEmail(email);
  await work(id);
  return `Changed ${name}; it holds from the next token on, at the latest in ten minutes.`;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new WrongCommand(`${error instanceof Error ? error.message : String(error)}\n${staffUsage}`);
  }
}

function read<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongCommand(`${what}: ${[...(issue?.path ?? []), issue?.message].join(' ')}`);
}
