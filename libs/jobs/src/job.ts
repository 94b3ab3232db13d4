import { invariant } from '@janela/kernel';
import { z } from 'zod';

/** What a job may receive: which thing it is about, never anything about it. Free text does not fit any of these. */
const idKinds = {
  uuid: z.uuid(),
  /** A code of ours: an area, a programme, a state. It starts with a letter, so no telephone or national number is one. */
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, 'must be a code'),
  /** A version, a part, a count. */
  number: z.int().min(0).max(2_147_483_647),
  date: z.iso.date(),
};

type IdKinds = Readonly<Record<string, keyof typeof idKinds>>;
type Ids<K extends IdKinds> = { readonly [name in keyof K]: z.output<(typeof idKinds)[K[name]]> };

/** Attempts until a job counts as failed; with the back-off below that is a little over an hour. */
const attemptsUnlessSaid = 12;
const maxAttempts = 50;

/** Work that a service does for itself later. Declared with `defineJob`, done by the method that has `@OnJob`. */
export interface Job<K extends IdKinds = IdKinds> {
  /** `<service>.<verb>-<noun>`; written out, so that a search finds it, and never derived from a class. */
  readonly name: string;
  readonly service: string;
  /** Cron pattern of a job that recurs, in the service's time zone. */
  readonly every: string | undefined;
  /** How often it is tried before it counts as failed. */
  readonly attempts: number;
  /** The ids, checked and in a fixed order. Throws on anything that is not declared. */
  idsFrom(ids: unknown): Ids<K>;
}

// Any job at all: what `idsFrom` answers is known only for a particular one.
export type AnyJob = Job<IdKinds>;

/** The ids that a job takes: `IdsOf<typeof ScoreDuplicates>` is `{ personId: string }`. */
export type IdsOf<J> = J extends Job<infer K> ? Ids<K> : never;

/**
 * Declares a job: `defineJob('registry.score-duplicates', { ids: { personId: 'uuid' } })`, or one that recurs:
 * `defineJob('registry.purge-imports', { every: '0 3 * * *' })`. It receives ids only, and reads the rest itself.
 */
export function defineJob<const K extends IdKinds = Record<never, never>>(
  name: string,
  options: { ids?: K; every?: string; attempts?: number } = {},
): Job<K> {
  const { ids, every, attempts = attemptsUnlessSaid } = options;
  const [, service] = /^([a-z][a-z-]*)\.[a-z]+(?:-[a-z0-9]+)+$/.exec(name) ?? [];
  invariant(service, `the job "${name}" is not <service>.<verb>-<noun>`);
  invariant(attempts >= 1 && attempts <= maxAttempts, `${name}: attempts must be 1 to ${maxAttempts}`);
  invariant(!every || !ids, `${name} recurs, so it cannot have ids`);

  const names = Object.keys(ids ?? {}).sort();
  const schema = z.strictObject(Object.fromEntries(names.map((id) => [id, idKinds[ids?.[id] ?? 'uuid']])));
  return { name, service, every, attempts, idsFrom: (given) => checked(schema.safeParse(given), name) as Ids<K> };
}

function checked(parsed: z.ZodSafeParseResult<unknown>, name: string): unknown {
  // What was given is not repeated: it may be what does not belong here.
  invariant(parsed.success, `${name} takes ids only: ${parsed.error?.issues.map(problem).join('; ')}`);
  return parsed.data;
}

function problem({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}

/** Names one piece of work: the same ids give the same key, in whatever order they were written. */
export function keyOf(ids: Readonly<Record<string, string | number>>): string {
  return Object.keys(ids)
    .sort()
    .map((name) => `${name}=${ids[name]}`)
    .join(',');
}
