import { createIndexConcurrently } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions are looked up by the suspicions that they give a reason for. */
export class FindDecisionsByDuplicates20261202120100 implements MigrationInterface {
  readonly name = 'FindDecisionsByDuplicates20261202120100';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, {
      name: 'decisions_duplicate_ids',
      on: 'decisions USING gin (duplicate_ids)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX decisions_duplicate_ids');
  }
}
