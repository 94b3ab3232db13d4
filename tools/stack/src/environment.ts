import { type Addresses, rolesOf, urlOf } from '@janela/servers';

import type { Service, ServiceAddresses } from './services.ts';

/** What `npm start` runs: demonstration logins exist, and production would refuse to start so. */
const mode = 'demonstration';

/**
 * The environment of one service, and no variable more: a service refuses what it does not know. What we were given ourselves
 * (`JANELA_POSTGRES_URL`, the superuser's) is taken out.
 */
export function environmentOf(service: Service, servers: Addresses, at: ServiceAddresses): NodeJS.ProcessEnv {
  const { name, needs } = service;
  const database = name.replaceAll('-', '_');
  const as = (role: string) => urlOf(servers.postgresUrl, { role, database });
  const own = new URL(at.get(name) ?? '');
  const window = at.get('window');
  const issuer = at.get('identity');
  return {
    JANELA_POSTGRES_URL: undefined,
    JANELA_REDIS_URL: needs.includes('redis') ? servers.redisUrl : undefined,
    JANELA_KAFKA_BROKERS: needs.includes('kafka') ? servers.kafkaBrokers.join(',') : undefined,
    JANELA_MODE: mode,
    JANELA_PORT: own.port,
    JANELA_OIDC_ISSUER: issuer,
    ...(needs.includes('database') && { JANELA_DATABASE_URL: as(rolesOf(database).app) }),
    ...(name === 'identity' && {
      JANELA_WINDOW_URL: window,
      JANELA_WINDOW_REDIRECT_URIS: `${window}/login/callback`,
      JANELA_WINDOW_SIGNED_OUT_URIS: `${window}/`,
    }),
    // A person who follows a case by its number comes through the window, which says from where.
    ...(name === 'grievances' && { JANELA_PROXY_HOPS: '1' }),
    ...(needs.includes('services') && {
      JANELA_PUBLIC_URL: window,
      ...Object.fromEntries(
        ['registry', 'eligibility', 'payments', 'grievances', 'reporting'].map((each) => [
          `JANELA_${each.toUpperCase()}_URL`,
          at.get(each),
        ]),
      ),
    }),
  };
}

/** The environment of a service's migration: the same, as the role that owns the tables. */
export function migrationEnvironmentOf(service: Service, servers: Addresses, at: ServiceAddresses): NodeJS.ProcessEnv {
  const database = service.name.replaceAll('-', '_');
  const url = urlOf(servers.postgresUrl, { role: rolesOf(database).migrator, database });
  return { ...environmentOf(service, servers, at), JANELA_MIGRATOR_URL: url };
}
