import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { Audit } from './audit/audit.ts';
import { AuditSealer } from './audit/audit-sealer.ts';
import { AuthGuard } from './auth/auth.guard.ts';
import type { Permissions } from './auth/permissions.ts';
import { TokenVerifier } from './auth/token-verifier.ts';
import { Clock } from './clock.ts';
import type { ServiceConfig } from './config/service-config.ts';
import { serviceDataSource } from './database/data-source.ts';
import { Database } from './database/database.ts';
import { DatabaseConnection } from './database/database-connection.ts';
import { BlindIndex } from './encryption/blind-index.ts';
import { Cipher } from './encryption/cipher.ts';
import { HealthChecks } from './health/health-checks.ts';
import { Metrics } from './health/metrics.ts';
import type { OtherRoute } from './openapi/other-routes.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { Cursors } from './http/lists.ts';
import { AnswersRetention } from './idempotency/answers-retention.ts';
import { AskedAfter } from './operations/asked-after.ts';
import { createPino, Log } from './logs/logger.ts';
import { configToken, otherRoutesToken, permissionsToken, serviceToken } from './context/tokens.ts';

/** What the platform needs to know of a service. */
export interface PlatformOptions {
  /** `registry` */
  service: string;
  permissions: Permissions;
  /** The rows it works with, possibly none; left out by a service without a database. */
  entities?: DataSourceOptions['entities'];
  /** Routes that are not Nest's, for the OpenAPI document. */
  otherRoutes?: readonly OtherRoute[];
}

/** What every service can inject. Its configuration comes from `bootstrap`. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ service, permissions, entities, otherRoutes = [] }: PlatformOptions): DynamicModule {
    const database = entities !== undefined;
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [OperationsController],
      providers: [
        { provide: serviceToken, useValue: service },
        { provide: permissionsToken, useValue: permissions },
        { provide: otherRoutesToken, useValue: otherRoutes },
        fromConfig(Log, (config) => new Log(createPino(service, config.JANELA_LOG_LEVEL))),
        fromConfig(TokenVerifier, tokenVerifier),
        fromConfig(Cipher, (config) => new Cipher(config.JANELA_ENCRYPTION_KEY)),
        fromConfig(BlindIndex, (config) => new BlindIndex(config.JANELA_INDEX_KEY)),
        AuthGuard,
        Clock,
        HealthChecks,
        Metrics,
        Cursors,
        ...(database ? databaseProviders(service, entities) : []),
      ],
      exports: [
        serviceToken,
        permissionsToken,
        Cipher,
        BlindIndex,
        Clock,
        HealthChecks,
        Metrics,
        Cursors,
        ...(database ? [DataSource, Database, Audit] : []),
      ],
    };
  }
}

function databaseProviders(service: string, entities: NonNullable<PlatformOptions['entities']>): Provider[] {
  // Connected before anything that injects it is made; a service that cannot reach its database does not start.
  const connect = (config: ServiceConfig) => {
    const { JANELA_DATABASE_URL: url, JANELA_DATABASE_CA: ca, JANELA_DATABASE_POOL: poolSize } = config;
    invariant(url, `${service} has a database, but its configuration has no JANELA_DATABASE_URL`);
    const statementTimeoutMs = config.JANELA_STATEMENT_TIMEOUT_MS;
    return serviceDataSource({ service, url, ca, entities, poolSize, statementTimeoutMs }).initialize();
  };
  return [
    fromConfig(DataSource, connect),
    DatabaseConnection,
    Database,
    Audit,
    AuditSealer,
    AnswersRetention,
    { provide: APP_INTERCEPTOR, useClass: AskedAfter },
  ];
}

function tokenVerifier(config: ServiceConfig): TokenVerifier {
  return new TokenVerifier({
    issuer: config.JANELA_OIDC_ISSUER,
    audience: config.JANELA_OIDC_AUDIENCE,
    keysUrl: config.JANELA_OIDC_KEYS_URL,
    keysCacheSeconds: config.JANELA_OIDC_KEYS_CACHE_SECONDS,
  });
}

type Class<T> = abstract new (...args: never[]) => T;

function fromConfig<T>(provide: Class<T>, useFactory: (config: ServiceConfig) => T | Promise<T>): Provider {
  return { provide, inject: [configToken], useFactory };
}
