import type { KeysService } from '../keys/keys.service.ts';
import type { PeopleService } from '../people/people.service.ts';
import { getAuthor } from './author.ts';
import { parseCommand, WrongCommand } from './command-line.ts';

export const keysUsage = `Usage: keys rotate --by <e-mail>            new keys sign from two minutes on; what the old ones signed stays good until it expires
       keys rotate --by <e-mail> --stolen   new keys sign at once; every token and session that is out there is worthless
--by names the administrator or operator who gives the command.`;

/** Changes the keys that tokens and cookies are signed with; running instances take them up by themselves. */
export async function keys(service: KeysService, people: PeopleService, args: string[]): Promise<string> {
  const { positionals, values } = parseCommand(args, keysUsage);
  if (positionals.join(' ') !== 'rotate') throw new WrongCommand(keysUsage);
  const actor = await getAuthor(people, values.by, ['administrator', 'operator']);
  if (!values.stolen) {
    await service.rotate(actor);
    return 'New keys are published, and sign in two minutes.';
  }
  await service.rotateAfterTheft(actor);
  return 'Only the new keys hold. Instances take them up within half a minute, services within the time they trust fetched keys.';
}
