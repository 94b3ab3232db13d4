import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaff20261127090000 implements MigrationInterface {
  readonly name = 'CreateStaff20261127090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff (id text PRIMARY KEY, name text NOT NULL);
      COMMENT ON TABLE staff IS 'By what name people and machines that acted here are known; everything else names them by id';
      REVOKE DELETE, TRUNCATE ON staff FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff');
  }
}
