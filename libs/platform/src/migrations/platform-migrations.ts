import { CreateIdempotencyKeys20261120100000 } from './20261120100000-create-idempotency-keys.ts';
import { CreateAudit20261120110000 } from './20261120110000-create-audit.ts';

/** The tables that every service with a database has; they come first in its list of migrations. */
export const platformMigrations = [CreateIdempotencyKeys20261120100000, CreateAudit20261120110000];
