export { Audit, type AuditEntry, type Reading, type Shown, type StoredAuditEntry } from './audit/audit.ts';
export { AuditSealer } from './audit/audit-sealer.ts';
export { type AuditBreak, type AuditVerdict, verifyAudit, type VerifyOptions } from './audit/verify-audit.ts';
export { AreaOutOfReach, NotAllowed } from './errors/access.errors.ts';
export { actedBy } from './context/acted-by.ts';
export { type Actor, systemActor } from './context/actor.ts';
export { Allow, CurrentActor, Public } from './auth/allow.ts';
export { mustReach, reaches } from './auth/areas.ts';
export { mustBringOperationsToken } from './auth/operations.guard.ts';
export { definePermissions, mayDo, type Permission, type Permissions } from './auth/permissions.ts';
export type { OtherRoute } from './openapi/other-routes.ts';
export { describeRoutes, type RouteDescription } from './openapi/routes.ts';
export {
  bootstrap,
  bootstrapContext,
  type CreateApp,
  describeService,
  startContext,
  startService,
} from './bootstrap.ts';
export { TtlCache, type TtlCacheOptions } from './caching/ttl-cache.ts';
export { Clock } from './clock.ts';
export { type Cell, csv } from './files/csv.ts';
export { configTable } from './config/config-table.ts';
export { ConfigurationError, type Environment, readConfig, readMigratorUrl } from './config/read-config.ts';
export { type ConfigSchema, type Mode, type ServiceConfig, serviceConfig } from './config/service-config.ts';
export { address, hostList, inDevelopment, share, timeZone, wholeNumber } from './config/settings.ts';
export { postgresConnection, readPem, redisTls } from './config/tls.ts';
export { disableAreaPolicy, enableAreaPolicy } from './database/area-policy.ts';
export { Database } from './database/database.ts';
export { known, minorUnits, wholeNumbers } from './database/columns.ts';
export { lockCurrent, type LockCurrentOptions, type VersionedRef } from './database/lock-current.ts';
export { snakeCase, SnakeNamingStrategy } from './database/snake-naming.ts';
export { inEveryArea } from './database/every-area.ts';
export { type ConcurrentIndex, createIndexConcurrently } from './database/index-concurrently.ts';
export { insertAll } from './database/insert-all.ts';
export { migrate, type Migration, migratorDataSource } from './database/migrate.ts';
export { migrateCommand } from './database/migrate-command.ts';
export type { Tx } from './context/tx.ts';
export { BlindIndex, endingOf, mask, normaliseIdentifier } from './encryption/blind-index.ts';
export { Cipher, UndecipherableText } from './encryption/cipher.ts';
export { deriveKey, type KeyRing, keyRing, singleKey } from './encryption/keys.ts';
export {
  AppError,
  appError,
  type ProblemEntry,
  type RefusalKind,
  refusalKinds,
  type RefusalOptions,
} from './errors/app-error.ts';
export { type AppErrorClass, type AppErrorRow, appErrors } from './errors/app-errors.ts';
export { errorName, isTransient } from './errors/transient.ts';
export { type Problem, problemOf, refusalOf } from './http/problem.ts';
export { BadCursor, InvalidRequest, MethodNotAllowed, NoSuchRoute, StaleVersion } from './errors/refusals.ts';
export { type HealthCheck, HealthChecks } from './health/health-checks.ts';
export { Metrics } from './health/metrics.ts';
export { remembered } from './caching/remembered.ts';
export { Accepted, Produces } from './http/accept.ts';
export { Answers, answersOf } from './http/answers.ts';
export { decodeUtf8, Upload } from './http/body.ts';
export { Cursors } from './http/lists.ts';
// Queries of lists are declared in the contracts; these names are here until every service does so.
export { listQuery, type Page } from '@janela/contracts';
export { requestContext } from './context/request-context.ts';
export { etag, IfMatch, mustBeCurrent } from './http/version.ts';
export type { OnceRequest } from './idempotency/answer-once.ts';
export { canonicalJson } from './idempotency/canonical-json.ts';
export { IdempotencyKey } from './idempotency/idempotency-key.ts';
export { Personal, personal } from './logs/personal.ts';
export { scrub } from './logs/redact.ts';
export { deleteInBatches } from './tasks/delete-in-batches.ts';
export { RepeatedTask, type RepeatedTaskOptions } from './tasks/repeated-task.ts';
export { platformMigrations } from './migrations/platform-migrations.ts';
export { PlatformModule, type PlatformOptions } from './platform.module.ts';
export { currentTraceparent, type SpanDescription, withTraceparent } from './telemetry/tracing.ts';
export type { RunningContext, RunningService } from './running-service.ts';
export { InjectConfig, serviceToken } from './context/tokens.ts';
