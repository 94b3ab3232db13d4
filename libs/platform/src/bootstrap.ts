import fastifyHelmet from '@fastify/helmet';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';

import { AuthGuard } from './auth/auth.guard.ts';
import { describeRoutes } from './openapi/routes.ts';
import type { ConfigSchema, ServiceConfig } from './config/service-config.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Metrics } from './health/metrics.ts';
import { AcceptGuard } from './http/accept.ts';
import { readBodies } from './http/body.ts';
import { serveDocs } from './openapi/docs.ts';
import { answerMethodNotAllowed } from './http/method-not-allowed.ts';
import { openApiDocument } from './openapi/openapi.ts';
import { readQueries } from './http/query.ts';
import { drainBody } from './http/drain-body.ts';
import { logRequests } from './http/request-hooks.ts';
import { contentSecurityPolicy, noStore } from './http/security-headers.ts';
import { serverOptions } from './http/server-options.ts';
import { UnexpectedInputGuard } from './http/unexpected-input.guard.ts';
import { RequestValidationPipe } from './http/validation.ts';
import { EtagInterceptor } from './http/version.ts';
import { Log } from './logs/logger.ts';
import type { RunningContext, RunningService } from './running-service.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { TraceInterceptor } from './telemetry/trace.interceptor.ts';
import { configToken, serviceToken } from './context/tokens.ts';

/** Starts the server of a service that has its own. */
export type Listen = (app: INestApplicationContext) => Promise<void>;

/** How the application comes into being; tests have another way, which lets them replace what is not ours. */
export type CreateApp = (root: DynamicModule, adapter: FastifyAdapter) => Promise<NestFastifyApplication>;

/** The one way every service starts: `await bootstrap(RegistryModule, RegistryConfig)`. A wrong environment ends it with code 1. */
export function bootstrap<C extends ServiceConfig>(module: Type, schema: ConfigSchema<C>): Promise<void> {
  return runUntilSignal(schema, process.env, (config) => startService(module, config));
}

/** The same for a service whose HTTP server is not Nest's; `listen` starts that server. */
export function bootstrapContext<C extends ServiceConfig>(
  module: Type,
  schema: ConfigSchema<C>,
  listen: Listen,
): Promise<void> {
  return runUntilSignal(schema, process.env, (config) => startContext(module, config, listen));
}

/** Starts a service with the given configuration; port 0 takes a free one. Rejects when it cannot start. */
export async function startService(
  module: Type,
  config: ServiceConfig,
  create: CreateApp = createApp,
): Promise<RunningService> {
  const app = await create(rootOf(module, config), new FastifyAdapter(serverOptions));
  try {
    await configure(app);
    await app.listen(config.JANELA_PORT, config.JANELA_HOST);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  const address = `http://127.0.0.1:${new URL(await app.getUrl()).port}`;
  app.get(Log).log('listening', { at: address, mode: config.JANELA_MODE });
  return { app, address, close: () => app.close() };
}

/** Starts a service that listens by itself: configuration, logs, database, health, and then its own server. */
export async function startContext(module: Type, config: ServiceConfig, listen: Listen): Promise<RunningContext> {
  const app = await NestFactory.createApplicationContext(rootOf(module, config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  try {
    await listen(app);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  return { app, close: () => app.close() };
}

/** The OpenAPI document of a service that is not started: Nest looks at its classes and makes none of them. */
export async function describeService(module: Type): Promise<OpenAPIObject> {
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create(rootOf(module, {} as ServiceConfig), new FastifyAdapter(), options);
  return openApiDocument(app, app.get(serviceToken), describeRoutes(app));
}

/** Sets up what every service has, in the order in which a request meets it. */
async function configure(app: NestFastifyApplication): Promise<void> {
  const log = app.get(Log);
  app.useLogger(log);
  const fastify = app.getHttpAdapter().getInstance();

  // Ids, one log line and one measurement for each request.
  logRequests(fastify, log, app.get(Metrics));
  // 405 where an address exists for other methods.
  answerMethodNotAllowed(fastify);
  // Strict query strings; bodies are JSON in UTF-8, of limited size and depth.
  readQueries(fastify);
  readBodies(fastify);
  drainBody(fastify);
  // Security headers, and nothing kept by caches. CORS stays off: browsers reach services through the gateway.
  await app.register(fastifyHelmet, { contentSecurityPolicy });
  noStore(fastify);
  // application/problem+json for everything that is thrown.
  app.useGlobalFilters(new ProblemFilter());
  // Who may; in which form; and nothing that the route would silently ignore.
  app.useGlobalGuards(app.get(AuthGuard), new AcceptGuard(), new UnexpectedInputGuard());
  // Schemas of bodies, queries and paths.
  app.useGlobalPipes(new RequestValidationPipe());
  // Spans named after the code; versions as ETag.
  app.useGlobalInterceptors(new TraceInterceptor(), new EtagInterceptor());
  // The OpenAPI document and its page.
  serveDocs(app, () => openApiDocument(app, app.get(serviceToken), describeRoutes(app)));
  // Health checks and metrics are a controller of PlatformModule.
  await app.init();
  // No route without a rule of access.
  describeRoutes(app);
}

function rootOf(module: Type, config: ServiceConfig): DynamicModule {
  class Configuration {}
  class Root {}
  const configuration = {
    module: Configuration,
    global: true,
    providers: [{ provide: configToken, useValue: config }],
    exports: [configToken],
  };
  return { module: Root, imports: [configuration, module] };
}

function createApp(root: DynamicModule, adapter: FastifyAdapter): Promise<NestFastifyApplication> {
  return NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
}
