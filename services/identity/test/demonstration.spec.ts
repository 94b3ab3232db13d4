import { randomBytes } from 'node:crypto';

import { afterAll, describe, expect, it } from '@jest/globals';
import { demonstrationLogins } from '@janela/contracts';
import { readConfig, startContext } from '@janela/platform';
import { freshDatabase } from '@janela/testing';

import { entities, migrations } from '../src/data-source.ts';
import { IdentityConfig } from '../src/identity.config.ts';
import { SilentIdentityModule } from '../src/identity.module.ts';
import { PeopleService } from '../src/people/people.service.ts';
import { listen } from '../src/identity-server.ts';
import { operator, startIdentity, type TestIdentity } from './identity.harness.ts';

const started: TestIdentity[] = [];
afterAll(() => Promise.all(started.map((one) => one.stop())));

async function start(variables?: Record<string, string>): Promise<TestIdentity> {
  const identity = await startIdentity(variables);
  started.push(identity);
  return identity;
}

const production = {
  JANELA_MODE: 'production',
  JANELA_LOG_LEVEL: 'silent',
  JANELA_PORT: '0',
  JANELA_HOST: '127.0.0.1',
  JANELA_TIME_ZONE: 'Africa/Lusaka',
  JANELA_OIDC_ISSUER: 'https://identity.example.org',
  JANELA_KAFKA_BROKERS: 'kafka.example.org:9092',
  JANELA_ENCRYPTION_KEY: `k1:${randomBytes(32).toString('base64')}`,
  JANELA_INDEX_KEY: randomBytes(32).toString('base64'),
  JANELA_WINDOW_URL: 'https://janela.example.org',
  JANELA_WINDOW_CLIENT_SECRET: 'a secret of production that is long enough',
  JANELA_WINDOW_REDIRECT_URIS: 'https://janela.example.org/login/callback',
  JANELA_WINDOW_SIGNED_OUT_URIS: 'https://janela.example.org/',
};

/** As production would start, on a database of ours, which is not one that production would take. */
const startProduction = (url: string, more: Record<string, string> = {}) => {
  const read = readConfig(IdentityConfig, {
    ...production,
    JANELA_MODE: 'development',
    JANELA_DATABASE_URL: url,
    ...more,
  });
  return startContext(SilentIdentityModule, { ...read, JANELA_MODE: 'production' as const }, listen);
};

describe('demonstration logins', () => {
  it('are made once, and follow a changed password', async () => {
    const identity = await start();
    const before = await identity.database.dataSource.query('SELECT id, password_hash FROM people ORDER BY id');
    expect(before).toHaveLength(demonstrationLogins.length);
    await identity.restart();
    expect(await identity.database.dataSource.query('SELECT id, password_hash FROM people ORDER BY id')).toEqual(
      before,
    );

    await identity.app
      .get(PeopleService)
      .setPassword(operator, (before as { id: string }[])[0]?.id ?? '', 'something else entirely');
    await identity.restart();
    const people = identity.app.get(PeopleService);
    expect(await people.checkPassword('caseworker@demo.janela', 'a demonstration password')).toMatchObject({
      fits: true,
    });
  });

  it('never take the place of a real person', async () => {
    const identity = await start({ JANELA_MODE: 'development' });
    const real = { email: 'caseworker@demo.janela', name: 'Real', password: 'a real password', roles: [], areas: [] };
    await identity.app.get(PeopleService).add(operator, real);
    await identity.app.get(PeopleService).settleDemonstration({ ...real, password: 'a demonstration password' });
    expect(await identity.app.get(PeopleService).checkPassword(real.email, 'a demonstration password')).toMatchObject({
      fits: false,
    });
    expect(await identity.app.get(PeopleService).checkPassword(real.email, 'a real password')).toMatchObject({
      fits: true,
    });
  });

  it('do not exist in development', async () => {
    const identity = await start({ JANELA_MODE: 'development' });
    expect(
      await identity.database.dataSource.query(
        'SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM clients) AS n',
      ),
    ).toEqual([{ n: '0' }]);
  });

  it('keep production from starting, however they were left behind', async () => {
    const { database } = await start();
    await expect(startProduction(database.url)).rejects.toThrow(
      'Production does not start with demonstration logins: its database has 16 demonstration people and 16 demonstration clients',
    );
  });

  it('keep production from starting when their password is configured', async () => {
    const { database } = await start({ JANELA_MODE: 'development' });
    await expect(startProduction(database.url, { JANELA_DEMO_PASSWORD: 'whatever it may be' })).rejects.toThrow(
      'JANELA_DEMO_PASSWORD is set',
    );
  });

  it('are the only thing that keeps it from starting', async () => {
    const database = await freshDatabase(migrations, { entities });
    const running = await startProduction(database.url);
    await running.close();
    await database.drop();
  });

  it('leave no development secret for production to run with', () => {
    const { JANELA_WINDOW_CLIENT_SECRET: secret, ...rest } = production;
    expect(secret).toBeTruthy();
    expect(() => readConfig(IdentityConfig, { ...rest, JANELA_DATABASE_URL: 'postgres://x/y' })).toThrow(
      'JANELA_WINDOW_CLIENT_SECRET is missing',
    );
  });
});
