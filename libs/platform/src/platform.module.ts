import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { AuthGuard } from './auth/auth.guard.ts';
import type { Permissions } from './auth/permissions.ts';
import { TokenVerifier } from './auth/token-verifier.ts';
import type { ServiceConfig } from './config/service-config.ts';
import { serviceDataSource } from './database/data-source.ts';
import { Database } from './database/database.ts';
import { BlindIndex } from './encryption/blind-index.ts';
import { Cipher } from './encryption/cipher.ts';
import { HealthChecks } from './health/health-checks.ts';
import { Metrics } from './health/metrics.ts';
import { OperationsController } from './health/operations.controller.ts';
import { ApiDocument, DocsController } from './http/docs.controller.ts';
import { Cursors } from './http/lists.ts';
import { createPino, Log } from './logs/logger.ts';
import { CONFIG, PERMISSIONS, SERVICE } from './tokens.ts';

/** What a service tells the platform about itself. */
export interface PlatformOptions {
  /** `registry` */
  service: string;
  permissions: Permissions;
  /** The rows it works with; left out by a service without a database. */
  entities?: DataSourceOptions['entities'];
}

/** Connects before anything uses the database, watches it, and lets go of it last. */
@Injectable()
class DatabaseConnection implements OnModuleInit, OnModuleDestroy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthChecks,
  ) {}

  async onModuleInit(): Promise<void> {
    this.health.add('database', async () => {
      await this.dataSource.query('SELECT 1');
    });
    await this.dataSource.initialize();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** What every service is given, under the names that others inject. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ service, permissions, entities }: PlatformOptions): DynamicModule {
    const database = entities === undefined ? [] : databaseProviders(service, entities);
    const providers = [
      { provide: SERVICE, useValue: service },
      { provide: PERMISSIONS, useValue: permissions },
      {
        provide: Log,
        inject: [CONFIG],
        useFactory: ({ JANELA_LOG_LEVEL }: ServiceConfig) => new Log(createPino(service, JANELA_LOG_LEVEL)),
      },
      { provide: TokenVerifier, inject: [CONFIG], useFactory: tokenVerifier },
      { provide: Cipher, inject: [CONFIG], useFactory: cipher },
      { provide: BlindIndex, inject: [CONFIG], useFactory: blindIndex },
      AuthGuard,
      HealthChecks,
      Metrics,
      Cursors,
      ApiDocument,
      ...database,
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [OperationsController, DocsController],
      providers,
      exports: [
        SERVICE,
        PERMISSIONS,
        Cipher,
        BlindIndex,
        HealthChecks,
        Metrics,
        Cursors,
        ...(database.length > 0 ? [DataSource, Database] : []),
      ],
    };
  }
}

function databaseProviders(service: string, entities: NonNullable<PlatformOptions['entities']>) {
  const useFactory = ({
    JANELA_DATABASE_URL: url,
    JANELA_DATABASE_POOL: poolSize,
    JANELA_STATEMENT_TIMEOUT_MS,
  }: ServiceConfig) => {
    invariant(url, `${service} has entities, but its configuration has no JANELA_DATABASE_URL`);
    return serviceDataSource({ service, url, entities, poolSize, statementTimeoutMs: JANELA_STATEMENT_TIMEOUT_MS });
  };
  return [{ provide: DataSource, inject: [CONFIG], useFactory }, DatabaseConnection, Database];
}

function tokenVerifier(config: ServiceConfig): TokenVerifier {
  return new TokenVerifier({
    issuer: config.JANELA_OIDC_ISSUER,
    audience: config.JANELA_OIDC_AUDIENCE,
    keysUrl: config.JANELA_OIDC_KEYS_URL,
    keysCacheSeconds: config.JANELA_OIDC_KEYS_CACHE_SECONDS,
  });
}

function cipher({ JANELA_ENCRYPTION_KEY }: ServiceConfig): Cipher {
  invariant(JANELA_ENCRYPTION_KEY, 'encryption is used, but the configuration has no JANELA_ENCRYPTION_KEY');
  return new Cipher(JANELA_ENCRYPTION_KEY);
}

function blindIndex({ JANELA_INDEX_KEY }: ServiceConfig): BlindIndex {
  invariant(JANELA_INDEX_KEY, 'blind indexes are used, but the configuration has no JANELA_INDEX_KEY');
  return new BlindIndex(JANELA_INDEX_KEY);
}
