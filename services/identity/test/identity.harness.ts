import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { readConfig, startContext, systemActor } from '@janela/platform';
import { type FreshDatabase, freshDatabase } from '@janela/testing';

import { entities, migrations } from '../src/data-source.ts';
import { IdentityConfig } from '../src/identity.config.ts';
import { SilentIdentityModule } from '../src/identity.module.ts';
import { listen } from '../src/identity-server.ts';

// A sign-in is many hashes, requests and statements; on a busy machine five seconds are not enough for sixty of them.
jest.setTimeout(120_000);

export const windowUrl = 'http://window.test';
export const redirectUri = `${windowUrl}/login/callback`;
export const signedOutUri = `${windowUrl}/`;
export const windowSecret = 'development-only-secret-of-the-window';
export const demoPassword = 'a demonstration password';

/** An identity that runs in this process, on a database of its own. */
export interface TestIdentity {
  readonly issuer: string;
  readonly port: number;
  readonly database: FreshDatabase;
  readonly app: INestApplicationContext;
  /** Stops it and starts it again on the same database and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

type Environment = Record<string, string>;

/** Starts identity in demonstration mode, or as the given variables say. */
export async function startIdentity(variables: Environment = {}): Promise<TestIdentity> {
  const database = await freshDatabase(migrations, { entities });
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const config = readConfig(IdentityConfig, {
    JANELA_MODE: 'demonstration',
    JANELA_DEMO_PASSWORD: demoPassword,
    JANELA_LOG_LEVEL: 'silent',
    JANELA_PORT: String(port),
    JANELA_HOST: '127.0.0.1',
    JANELA_DATABASE_URL: database.url,
    JANELA_OIDC_ISSUER: issuer,
    JANELA_WINDOW_URL: windowUrl,
    JANELA_WINDOW_REDIRECT_URIS: redirectUri,
    JANELA_WINDOW_SIGNED_OUT_URIS: signedOutUri,
    ...variables,
  });
  let running = await startContext(SilentIdentityModule, config, listen).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    issuer,
    port,
    database,
    get app() {
      return running.app;
    },
    async restart() {
      await running.close();
      running = await startContext(SilentIdentityModule, config, listen);
    },
    async stop() {
      await running.close();
      await database.drop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Who does by hand what there are no pages for yet. */
export const operator = systemActor('operator');
