import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepHandlers20261202000000 implements MigrationInterface {
  readonly name = 'KeepHandlers20261202000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE household_handlers (
        household_id uuid PRIMARY KEY,
        registered_by text,
        payee_asked_by text,
        payee_version integer NOT NULL
      );
      COMMENT ON TABLE household_handlers IS 'Which staff do not decide about a household: ids only. It tells no area: it is asked only about households that may be seen';
      COMMENT ON COLUMN household_handlers.registered_by IS 'Who registered it; unknown where the register did not tell yet';
      COMMENT ON COLUMN household_handlers.payee_asked_by IS 'Who asked for the payee that was confirmed last';
      COMMENT ON COLUMN household_handlers.payee_version IS 'Of the household in the register when that was confirmed; 0 before';
      REVOKE DELETE, TRUNCATE ON household_handlers FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE household_handlers');
  }
}
