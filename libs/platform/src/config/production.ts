import { demonstrationPassword } from '@janela/contracts';
import type { z } from 'zod';

import { developmentValues } from './settings.ts';
import { keyWeaknessOf, weaknessOf } from './weak-secrets.ts';

type Variables = Readonly<Record<string, string | undefined>>;
type Shape = Readonly<Record<string, z.ZodType>>;

/** Addresses that people and other systems use, and the one that decides who an actor is. */
const publicAddresses =
  /^JANELA_(?:PUBLIC_URL|WINDOW_URL|WINDOW_REDIRECT_URIS|WINDOW_SIGNED_OUT_URIS|OIDC_ISSUER|OIDC_KEYS_URL)$/;

/** Everything that may not be so in production, a sentence each. `parsed` is what could be read of the variables, if anything. */
export function productionProblems(
  shape: Shape,
  values: Variables,
  parsed: Readonly<Record<string, unknown>>,
): string[] {
  const given = Object.keys(shape).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return [
    ...given.flatMap(([name, value]) => problemsOf(name, value, shape, parsed[name])),
    ...equalKeys(parsed),
    ...('JANELA_KAFKA_BROKERS' in shape ? kafkaProblems(values) : []),
    ...('JANELA_OPERATIONS_TOKEN' in shape && values['JANELA_OPERATIONS_TOKEN'] === undefined
      ? [
          'JANELA_OPERATIONS_TOKEN is missing: in production figures and documents are shown only to callers that send it',
        ]
      : []),
  ];
}

function problemsOf(name: string, value: string, shape: Shape, parsed: unknown): string[] {
  const development = developmentValues.get(shape[name] as z.ZodType)?.value;
  if (value === development) return [`${name} still has its development value, which production does not accept`];
  if (holdsSample(value, parsed))
    return [`${name} has a published sample secret in it, which production does not accept`];
  if (name === 'JANELA_DEMO_PASSWORD') return [`${name} is for demonstrations, which production is not`];
  if (publicAddresses.test(name) && value.split(',').some((each) => /^http:/i.test(each.trim())))
    return [`${name} must be https in production`];
  const weakness = weaknessIn(name, value, parsed);
  if (weakness !== undefined) return [`${name} ${weakness}, which production does not accept`];
  if (/^JANELA_(?:DATABASE|MIGRATOR)_URL$/.test(name)) return databaseProblems(name, value);
  return name === 'JANELA_REDIS_URL' ? redisProblems(name, value) : [];
}

/** What is easy to guess about a secret or a key that stands in a variable by itself. */
function weaknessIn(name: string, value: string, parsed: unknown): string | undefined {
  if (/_(?:SECRET|TOKEN)$/.test(name)) return weaknessOf(value);
  return keysIn(parsed)
    .map(keyWeaknessOf)
    .find((weakness) => weakness !== undefined);
}

/** One key for two purposes, or under two ids: with the one the other is known. */
function equalKeys(parsed: Readonly<Record<string, unknown>>): string[] {
  const keys = ['JANELA_ENCRYPTION_KEY', 'JANELA_INDEX_KEY'].flatMap((name) =>
    keysIn(parsed[name]).map((key) => key.toString('base64')),
  );
  return new Set(keys).size === keys.length
    ? []
    : ['JANELA_ENCRYPTION_KEY and JANELA_INDEX_KEY have one key twice, which production does not accept'];
}

function databaseProblems(name: string, value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { username, password, searchParams } = new URL(value);
  if (password === '') return [`${name} has no password, which production does not accept`];
  if (decoded(password).toLowerCase() === decoded(username).toLowerCase())
    return [`${name} has the user's name as its password, which production does not accept`];
  const weakness = weaknessOf(decoded(password));
  if (weakness !== undefined) return [`${name} ${weakness}, which production does not accept`];
  // A later one of the same name would be used.
  const wanted = searchParams.getAll('sslmode');
  if (wanted.length === 1 && wanted[0] === 'verify-full') return [];
  return [
    `${name} must say sslmode=verify-full in production, so that the connection uses TLS and reaches the right database`,
  ];
}

function redisProblems(name: string, value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { protocol, username, password } = new URL(value);
  if (protocol !== 'rediss:') return [`${name} must be rediss:// in production, so that the connection uses TLS`];
  if (password === '') return [`${name} has no password, which production does not accept`];
  if (decoded(password) === decoded(username))
    return [`${name} has the user's name as its password, which production does not accept`];
  const weakness = weaknessOf(decoded(password));
  return weakness === undefined ? [] : [`${name} ${weakness}, which production does not accept`];
}

function kafkaProblems(values: Variables): string[] {
  const [ca, user, password] = [
    values['JANELA_KAFKA_CA'],
    values['JANELA_KAFKA_USER'],
    values['JANELA_KAFKA_PASSWORD'],
  ];
  const [certificate, key] = [values['JANELA_KAFKA_CERTIFICATE'], values['JANELA_KAFKA_KEY']];
  const isKnown = (user !== undefined && password !== undefined) || (certificate !== undefined && key !== undefined);
  return [
    ...(ca === undefined ? ['JANELA_KAFKA_CA is missing: production connects to Kafka over TLS only'] : []),
    ...(isKnown
      ? []
      : [
          'JANELA_KAFKA_USER and JANELA_KAFKA_PASSWORD are missing (or JANELA_KAFKA_CERTIFICATE and JANELA_KAFKA_KEY): production has a Kafka user for each service',
        ]),
    ...passwordProblems(user, password),
  ];
}

function passwordProblems(user: string | undefined, password: string | undefined): string[] {
  if (user === undefined || password === undefined) return [];
  const isName = password.toLowerCase() === user.toLowerCase();
  const weakness = isName ? "is the user's name" : weaknessOf(password);
  return weakness === undefined ? [] : [`JANELA_KAFKA_PASSWORD ${weakness}, which production does not accept`];
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Secrets that everybody can read in this repository. What is compared is the secret itself, whatever it is part of. */
const sampleSecrets = ['development-only-secret-of-the-window', demonstrationPassword];
export const sampleKeys = {
  encryption: 'RGV2ZWxvcG1lbnQgb25seSwgbm90IGEgc2VjcmV0ISE=',
  index: 'RGV2ZWxvcG1lbnQgb25seSwgYWxzbyBubyBzZWNyZXQ=',
};
const sampleBytes = Object.values(sampleKeys).map((key) => Buffer.from(key, 'base64'));

function holdsSample(value: string, parsed: unknown): boolean {
  const text = decoded(value).toLowerCase();
  const isText = sampleSecrets.some((sample) => text.includes(sample));
  const isEncoded = sampleBytes.some(
    (bytes) =>
      text.includes(bytes.toString('latin1').toLowerCase()) ||
      ['base64', 'base64url', 'hex'].some((encoding) =>
        text.includes(
          bytes
            .toString(encoding as 'hex')
            .replace(/=+$/, '')
            .toLowerCase(),
        ),
      ),
  );
  return isText || isEncoded || keysIn(parsed).some((key) => sampleBytes.some((bytes) => bytes.equals(key)));
}

/** The keys of a ring, or the one key, as they would be used. */
function keysIn(parsed: unknown): Buffer[] {
  if (Buffer.isBuffer(parsed)) return [parsed];
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    const key = typeof entry === 'object' && entry !== null && 'key' in entry ? entry.key : undefined;
    return Buffer.isBuffer(key) ? [key] : [];
  });
}
