import { z } from 'zod';

import { productionProblems } from './production.ts';
import { type ConfigSchema, type ServiceConfig, serviceConfig } from './service-config.ts';
import { developmentValues } from './settings.ts';
import { environmentProblems } from './weak-secrets.ts';

/** The environment does not fit the service; `problems` names every variable that is wrong. Exit code 1. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(['The configuration is not right:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/** `process.env`, or what a test has in its place. */
export type Environment = Readonly<Record<string, string | undefined>>;

type AnyObject = z.ZodObject<z.ZodRawShape>;

const prefix = 'JANELA_';
// A service that has no use for a shared variable does not stumble over it.
const sharedNames = Object.keys(serviceConfig('any', { port: 0 }).shape);

/** Reads a service's configuration from the environment, or throws one `ConfigurationError` that lists all that is wrong. */
export function readConfig<C extends ServiceConfig>(schema: ConfigSchema<C>, environment: Environment): C {
  return read(schema, schema, environment) as C;
}

/** The one variable that migrating needs: a migration has no business with keys and brokers. Throws `ConfigurationError`. */
export function readMigratorUrl(schema: ConfigSchema, environment: Environment): string {
  const needed = z.object({
    JANELA_MIGRATOR_URL: schema.shape.JANELA_MIGRATOR_URL as z.ZodType<string | undefined>,
    JANELA_DATABASE_CA: schema.shape.JANELA_DATABASE_CA as z.ZodType<string | undefined>,
  });
  const { JANELA_MIGRATOR_URL: url, JANELA_DATABASE_CA: ca } = read(needed, schema, environment) as z.output<
    typeof needed
  >;
  if (url === undefined)
    throw new ConfigurationError(['JANELA_MIGRATOR_URL is missing: a migration has a role of its own']);
  if (ca === undefined) return url;
  const own = new URL(url);
  own.searchParams.set('sslrootcert', ca);
  return own.toString();
}

/** Reads what `wanted` has of the environment; every name must be one that `known` has. */
function read(wanted: AnyObject, known: AnyObject, environment: Environment): unknown {
  // Compose files pass an empty text for what is not set.
  const given = Object.entries(environment).filter(
    ([name, value]) => name.startsWith(prefix) && value !== '' && value !== undefined,
  );
  const values = Object.fromEntries(given);
  // No mode means production: a deployment that forgets it is refused, not exposed.
  const isProduction = (values.JANELA_MODE ?? 'production') === 'production';
  const parsed = wanted.safeParse(isProduction ? values : { ...defaultsOf(wanted), ...values });

  const problems = [
    ...unknownNames(Object.keys(values), Object.keys(known.shape)),
    ...(isProduction ? environmentProblems(environment) : []),
    ...(isProduction ? productionProblems(wanted.shape as Shape, values, readableOf(wanted, values)) : []),
    ...(parsed.error?.issues ?? []).map((issue) => describe(issue, values, known)),
  ];
  if (problems.length > 0 || !parsed.success) throw new ConfigurationError(problems);
  return parsed.data;
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** Returns what each variable is by itself, where it can be read at all. */
function readableOf(schema: AnyObject, values: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape as Shape).map(([name, type]) => [name, type.safeParse(values[name]).data]),
  );
}

function defaultsOf(schema: AnyObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, variable]) => {
      const development = developmentValues.get(variable as z.ZodType);
      return development ? [[name, development.value]] : [];
    }),
  );
}

function describe(issue: z.core.$ZodIssue, values: Record<string, string | undefined>, schema: AnyObject): string {
  const name = String(issue.path[0]);
  const says = (schema.shape[name] as z.ZodType | undefined)?.description ?? '';
  // The value itself is not repeated: it may be a secret.
  return values[name] === undefined ? `${name} is missing: ${says}` : `${name}: ${issue.message} (${says})`;
}

function unknownNames(given: string[], own: string[]): string[] {
  const known = [...new Set([...own, ...sharedNames])];
  return given.filter((name) => !known.includes(name)).map((name) => `${name} is not a variable of this service`);
}
