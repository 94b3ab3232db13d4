import { systemActor } from '@janela/platform';

import type { KeysService } from '../keys/keys.service.ts';
import { WrongCommand } from './command-line.ts';

export const keysUsage = `Usage: keys rotate            new keys sign from two minutes on; what the old ones signed stays good until it expires
       keys rotate --stolen   new keys sign at once; every token and session that is out there is worthless`;

/** Changes the keys that tokens and cookies are signed with; running instances take them up by themselves. */
export async function keys(service: KeysService, args: string[]): Promise<string> {
  const actor = systemActor('operator');
  switch (args.join(' ')) {
    case 'rotate':
      await service.rotate(actor);
      return 'New keys are published, and sign in two minutes.';
    case 'rotate --stolen':
      await service.rotateAfterTheft(actor);
      return 'Only the new keys hold. Instances take them up within half a minute, services within the time they trust fetched keys.';
    default:
      throw new WrongCommand(keysUsage);
  }
}
