import { createIndexConcurrently } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const places = [
  ['people', 'id', 'phone'],
  ['identifiers', 'id', 'value'],
  ['payees', 'household_id', 'account'],
  ['payee_changes', 'id', 'account'],
] as const;

/** The job that fills masks finds the rows without one, also where there are no more of them among millions. */
export class FindMissingMasks20261202220200 implements MigrationInterface {
  readonly name = 'FindMissingMasks20261202220200';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, key, column] of places)
      await createIndexConcurrently(runner, {
        name: `${table}_without_mask`,
        on: `${table} (${key}) WHERE ${column}_sealed IS NOT NULL AND ${column}_masked IS NULL`,
      });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of places) await runner.query(`DROP INDEX ${table}_without_mask`);
  }
}
