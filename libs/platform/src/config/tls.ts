import { readFileSync } from 'node:fs';

/** Certificates and keys are given as PEM or as the path of a file that holds it. */
export function readPem(given: string): string {
  return given.includes('-----BEGIN') ? given.replaceAll(String.raw`\n`, '\n') : readFileSync(given, 'utf8');
}

/** How a Postgres is reached: its address without what it says of TLS, and that as the driver wants it. */
export interface PostgresConnection {
  url: string;
  ssl?: { ca?: string; rejectUnauthorized: true };
}

/**
 * Reads `sslmode` and `sslrootcert` out of an address. With `verify-full` the server must show a certificate of that authority
 * for its own name; any other mode is left to the driver.
 */
export function postgresConnection(address: string, ca?: string): PostgresConnection {
  if (!URL.canParse(address)) return { url: address };
  const url = new URL(address);
  const authority = ca ?? url.searchParams.get('sslrootcert') ?? undefined;
  if (url.searchParams.get('sslmode') !== 'verify-full') return { url: address };
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  const own = authority === undefined ? {} : { ca: readPem(authority) };
  return { url: url.toString(), ssl: { ...own, rejectUnauthorized: true } };
}

/** Returns what Redis's client needs besides the address: the authority whose certificates it accepts. */
export function redisTls({ JANELA_REDIS_CA: ca }: { JANELA_REDIS_CA?: string | undefined }): { tls?: { ca: string } } {
  return ca === undefined ? {} : { tls: { ca: readPem(ca) } };
}
