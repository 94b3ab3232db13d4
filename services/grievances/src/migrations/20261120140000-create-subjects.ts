import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const areaBound = ['subject_payments', 'subject_applications', 'subject_households'];

/** What complaints can be about, as other services tell it: ids, areas and hands, never a name of a beneficiary. */
export class CreateSubjects20261120140000 implements MigrationInterface {
  readonly name = 'CreateSubjects20261120140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subject_areas (code text PRIMARY KEY, valid_to date);
      COMMENT ON TABLE subject_areas IS 'Areas of the country, as registry publishes them';

      CREATE TABLE subject_households (
        id uuid PRIMARY KEY,
        area_code text NOT NULL,
        merged_into uuid
      );
      COMMENT ON COLUMN subject_households.merged_into IS 'The household that it turned out to be; complaints go there';
      CREATE INDEX subject_households_merged_into ON subject_households (merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE subject_applications (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        hands text[] NOT NULL DEFAULT '{}',
        decision_id uuid,
        outcome text CONSTRAINT subject_applications_outcome_known CHECK (outcome IN ('approved', 'refused')),
        decided_at timestamptz,
        CONSTRAINT subject_applications_decided_whole CHECK (num_nonnulls(decision_id, outcome, decided_at) IN (0, 3))
      );
      COMMENT ON COLUMN subject_applications.hands IS 'Who submitted or decided it, ever: none of them hears an appeal';
      COMMENT ON COLUMN subject_applications.decision_id IS 'The event that told of the latest decision; after an appeal there can be another';

      CREATE TABLE subject_payments (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        hands text[] NOT NULL DEFAULT '{}',
        settled_at timestamptz
      );
      COMMENT ON COLUMN subject_payments.hands IS 'Who held, released or cancelled it';
      COMMENT ON COLUMN subject_payments.settled_at IS 'When it was last paid, failed, returned, held or cancelled';

      ${areaBound.map((table) => enableAreaPolicy(table)).join('\n')}

      CREATE TABLE officers (
        id text PRIMARY KEY,
        name text,
        roles text[] NOT NULL,
        areas text[] NOT NULL,
        active boolean NOT NULL
      );
      COMMENT ON TABLE officers IS 'Members of staff to whom a case can be given';
      COMMENT ON COLUMN officers.name IS 'Known once they have worked here; other services tell ids only';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE officers');
    for (const table of areaBound) await runner.query(`${disableAreaPolicy(table)} DROP TABLE ${table}`);
    await runner.query('DROP TABLE subject_areas');
  }
}
