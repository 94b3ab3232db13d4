import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepProviders20261202220000 implements MigrationInterface {
  readonly name = 'KeepProviders20261202220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE number_formats ADD COLUMN providers text[];
      COMMENT ON COLUMN number_formats.providers IS 'The codes of those who may pay out; null: any, as where none were published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE number_formats DROP COLUMN providers');
  }
}
