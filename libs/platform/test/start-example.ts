import { readConfig, type RunningService, startService } from '@janela/platform';
import { freshDatabase, type FreshDatabase } from '@janela/testing';

import { ExampleConfig, exampleMigrations, ExampleModule } from './example/example.module.ts';
import { type Claims, Issuer } from './issuer.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** The example service on a database and with an issuer of its own, and a caller for it. */
export class Example {
  private constructor(
    readonly service: RunningService,
    readonly database: FreshDatabase,
    readonly issuer: Issuer,
  ) {}

  /** `route` may lead the way to the database through somewhere else. */
  static async start(environment: Record<string, string> = {}, route = (url: string) => url): Promise<Example> {
    const [database, issuer] = await Promise.all([freshDatabase(exampleMigrations), Issuer.start()]);
    const config = readConfig(ExampleConfig, {
      JANELA_MODE: 'development',
      JANELA_PORT: '0',
      JANELA_HOST: '127.0.0.1',
      JANELA_DATABASE_URL: route(database.url),
      JANELA_OIDC_ISSUER: issuer.url,
      JANELA_OIDC_KEYS_CACHE_SECONDS: '1',
      JANELA_LOG_LEVEL: 'silent',
      ...environment,
    });
    return new Example(await startService(ExampleModule, config), database, issuer);
  }

  async call(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; claims?: Claims } = {},
  ): Promise<Answer> {
    const { body, headers = {}, claims = {} } = options;
    const token = await this.issuer.token(claims);
    return this.fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Without a token unless the headers bring one. */
  async fetch(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.service.address}${path}`, init);
    const text = await response.text();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, body };
  }

  async stop(): Promise<void> {
    await this.service.close();
    await this.issuer.stop();
    await this.database.drop();
  }
}
