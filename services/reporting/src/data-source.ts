import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { DenominatorEntity } from './denominators/denominator.entity.ts';
import { CreateCoverage20261120150000 } from './migrations/20261120150000-create-coverage.ts';
import { CreateDenominatorsAndSnapshots20261120150100 } from './migrations/20261120150100-create-denominators-and-snapshots.ts';
import { RebuildCoverageWithConsent20261201140000 } from './migrations/20261201140000-rebuild-coverage-with-consent.ts';
import { SnapshotEntity } from './snapshots/snapshot.entity.ts';

export const entities = [DenominatorEntity, SnapshotEntity];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  CreateCoverage20261120150000,
  CreateDenominatorsAndSnapshots20261120150100,
  RebuildCoverageWithConsent20261201140000,
];
