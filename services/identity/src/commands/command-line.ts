import { parseArgs } from 'node:util';

import { AreaCode, Role } from '@janela/contracts';
import { z } from 'zod';

/** What was asked for does not make sense; `message` says why. */
export class WrongCommand extends Error {
  override readonly name = 'WrongCommand';
}

export const Name = z.string('is missing: --name').trim().min(1, 'is empty').max(200);

/** As many as an event may have. */
const mostAreas = 1_000;

/** What is said twice counts once. */
export const Access = z.object({
  roles: z
    .array(Role)
    .min(1, 'are missing: --role')
    .transform((all) => [...new Set(all)]),
  areas: z
    .array(AreaCode)
    .min(1, 'are missing: --area')
    .transform((all) => [...new Set(all)])
    .refine((all) => all.length <= mostAreas, `are more than ${mostAreas}`),
});

const options = {
  by: { type: 'string' },
  name: { type: 'string' },
  stolen: { type: 'boolean', default: false },
  role: { type: 'string', multiple: true, default: [] as string[] },
  area: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Takes a command line apart; an option that does not exist is refused with the usage. */
export function parseCommand(args: string[], usage: string) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new WrongCommand(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The value as the schema wants it, or `WrongCommand` that says what of it does not fit. */
export function read<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongCommand(`${what}: ${[...(issue?.path ?? []), issue?.message].join(' ')}`);
}
