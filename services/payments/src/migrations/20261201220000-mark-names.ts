import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarkNames20261201220000 implements MigrationInterface {
  readonly name = 'MarkNames20261201220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payees ADD COLUMN name_mark text;
      COMMENT ON COLUMN payees.name_mark IS 'Blind index: equal names have equal marks; null where it was kept before names were marked';
      GRANT UPDATE (name_mark) ON payees TO janela_app;
      -- A deputy took over with the account of somebody who has died.
      UPDATE payees SET account_mark = NULL WHERE stands_for IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payees DROP COLUMN name_mark');
  }
}
