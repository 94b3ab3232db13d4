import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { ServiceName } from '@janela/api-client';
import { sweepEvery } from '@janela/jobs';
import { Messaging } from '@janela/messaging';
import { invariant } from '@janela/kernel';
import {
  type ConfigSchema,
  readConfig,
  type RunningService,
  type ServiceConfig,
  serviceToken,
  startService,
} from '@janela/platform';

import { freshDatabase, type FreshDatabase, type Migration } from '../fresh-database.ts';
import { testServers } from '../test-servers.ts';
import { AnswersFit } from './answers-fit.ts';
import { Caller } from './caller.ts';
import { TestIssuer, type Who } from './test-issuer.ts';

export interface TestServiceOptions<C extends ServiceConfig, Service extends ServiceName | undefined = undefined> {
  /** Whose OpenAPI document its callers keep to; none for a service that has no document. */
  service?: Service;
  module: Type;
  config: ConfigSchema<C>;
  migrations: Migration[];
  /** Variables for this spec. With `JANELA_EVENTS: 'on'` it really publishes and receives; otherwise see `deliver` and `published`. */
  environment?: Readonly<Record<string, string>>;
}

/** Most specs of jobs wait for them to begin. */
const sweepEveryMs = 50;

/** A whole service in this process, with a database and an issuer of its own, on a free port. */
export class TestService<Service extends ServiceName | undefined = undefined> {
  private constructor(
    readonly running: RunningService,
    readonly database: FreshDatabase,
    readonly issuer: TestIssuer,
    private readonly answers: AnswersFit,
    /** What a process of its own needs to be another instance of the same service. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start<C extends ServiceConfig, Service extends ServiceName | undefined = undefined>(
    options: TestServiceOptions<C, Service>,
  ): Promise<TestService<Service>> {
    const { redisUrl, kafkaBrokers } = testServers();
    const [database, issuer] = await Promise.all([freshDatabase(options.migrations), TestIssuer.start()]);
    const environment = {
      JANELA_MODE: 'development',
      JANELA_PORT: '0',
      JANELA_HOST: '127.0.0.1',
      JANELA_DATABASE_URL: database.url,
      JANELA_REDIS_URL: redisUrl,
      JANELA_KAFKA_BROKERS: kafkaBrokers.join(','),
      JANELA_OIDC_ISSUER: issuer.url,
      JANELA_LOG_LEVEL: 'silent',
      JANELA_EVENTS: 'off',
      ...options.environment,
    };
    try {
      const answers = new AnswersFit();
      const config = readConfig(options.config, environment);
      const running = await startService(options.module, config, (root, adapter) => answers.watch(root, adapter));
      mustBe(options.service, running);
      sweepEvery(running.app, sweepEveryMs);
      return new TestService(running, database, issuer, answers, environment);
    } catch (error) {
      await Promise.all([issuer.stop(), database.drop()]);
      throw error;
    }
  }

  /** Returns a caller with these roles; where and who they are is as for the demonstration login of the first, unless given. */
  async as(...who: [Who] | Who['roles']): Promise<Caller<Service>> {
    const [first] = who;
    const token = await this.issuer.token(typeof first === 'object' ? first : { roles: who as Who['roles'] });
    return new Caller<Service>(this.running.address, token);
  }

  /** A caller without a token. */
  get anonymous(): Caller<Service> {
    return new Caller<Service>(this.running.address, undefined);
  }

  /** What `deliver` brings events to. */
  get messaging(): Messaging {
    return this.running.app.get(Messaging, { strict: false });
  }

  /** Throws when a route answered otherwise than it declares. */
  async stop(): Promise<void> {
    await this.running.close();
    await this.issuer.stop();
    await this.database.drop();
    this.answers.mustFit();
  }
}

/** Any service under test, for what is held against all. */
export type AnyTestService = TestService<ServiceName | undefined>;

function mustBe(service: ServiceName | undefined, { app }: RunningService): void {
  const name = app.get<string>(serviceToken);
  invariant(
    service === undefined || service === name,
    `the callers keep to the document of ${service}; this is ${name}`,
  );
}
