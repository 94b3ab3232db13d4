import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDuplicateReasons20261202120000 implements MigrationInterface {
  readonly name = 'KeepDuplicateReasons20261202120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duplicate_reasons (
        id uuid PRIMARY KEY,
        enrolment_id uuid NOT NULL REFERENCES enrolments,
        programme_id uuid NOT NULL REFERENCES programmes,
        area_code text NOT NULL,
        duplicate_ids uuid[] NOT NULL CONSTRAINT duplicate_reasons_about_somebody CHECK (cardinality(duplicate_ids) > 0),
        reason text NOT NULL,
        given_by text NOT NULL,
        given_by_name text NOT NULL,
        given_at timestamptz NOT NULL
      );
      CREATE INDEX duplicate_reasons_duplicate_ids ON duplicate_reasons USING gin (duplicate_ids);
      COMMENT ON TABLE duplicate_reasons IS 'Why an enrolment was resumed although somebody of the same official number is in the programme; what was said at a decision is kept there';
      COMMENT ON COLUMN duplicate_reasons.duplicate_ids IS 'The suspicions that this reason is about';
      COMMENT ON COLUMN duplicate_reasons.area_code IS 'Where the household lived when it was given';
      REVOKE UPDATE, DELETE, TRUNCATE ON duplicate_reasons FROM janela_app;
      ${enableAreaPolicy('duplicate_reasons')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${disableAreaPolicy('duplicate_reasons')}
      DROP TABLE duplicate_reasons;`);
  }
}
