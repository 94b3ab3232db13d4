import { createProjection, removeProjection } from '@janela/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { coverageTables } from '../coverage/tables.ts';

const first = { name: 'coverage', version: 1 };
const second = { name: 'coverage', version: 2 };

/** Builds the read model anew, with whether people allow that they are counted. */
export class RebuildCoverageWithConsent20261201140000 implements MigrationInterface {
  readonly name = 'RebuildCoverageWithConsent20261201140000';

  async up(runner: QueryRunner): Promise<void> {
    await createProjection(runner, second, coverageTables);
    // Until the second version has caught up the first is read, and nobody in it is known to allow anything.
    await runner.query(
      'ALTER TABLE coverage_v1.person_facts ADD COLUMN IF NOT EXISTS allows_statistics boolean NOT NULL DEFAULT false',
    );
    const [old] = (await runner.query('SELECT EXISTS (SELECT FROM coverage_v1.areas) AS used')) as { used: boolean }[];
    if (old?.used) return;
    // In a new installation there is nothing that a second version could catch up with.
    await removeProjection(runner, first);
    await runner.query(
      `UPDATE projections SET state = 'active', activated_at = now() WHERE name = 'coverage' AND version = 2`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeProjection(runner, second);
    const [old] = (await runner.query(`SELECT to_regnamespace('coverage_v1') IS NOT NULL AS is`)) as { is: boolean }[];
    if (!old?.is) await createProjection(runner, first, coverageTables);
    else await runner.query('ALTER TABLE coverage_v1.person_facts DROP COLUMN allows_statistics');
  }
}
