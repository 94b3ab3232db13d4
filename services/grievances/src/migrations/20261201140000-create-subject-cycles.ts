import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had a hand in the cycle of a payment: none of them hears an appeal against it. */
export class CreateSubjectCycles20261201140000 implements MigrationInterface {
  readonly name = 'CreateSubjectCycles20261201140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subject_cycles (id uuid PRIMARY KEY, hands text[] NOT NULL);
      COMMENT ON COLUMN subject_cycles.hands IS 'Who opened, submitted, approved, dispatched or closed it';
      REVOKE DELETE, TRUNCATE ON subject_cycles FROM janela_app;

      ALTER TABLE subject_payments ADD COLUMN cycle_id uuid;
      COMMENT ON COLUMN subject_payments.cycle_id IS 'Null for payments that nothing has been heard of since this column is there';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subject_payments DROP COLUMN cycle_id; DROP TABLE subject_cycles');
  }
}
