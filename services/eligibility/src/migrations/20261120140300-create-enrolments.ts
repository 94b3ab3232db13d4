import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnrolments20261120140300 implements MigrationInterface {
  readonly name = 'CreateEnrolments20261120140300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enrolments (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CONSTRAINT enrolments_state_known CHECK (state IN ('waitlisted', 'active', 'suspended', 'ended')),
        reason text NOT NULL,
        household_id uuid NOT NULL,
        person_id uuid,
        subject_id uuid NOT NULL GENERATED ALWAYS AS (COALESCE(person_id, household_id)) STORED,
        covered_person_ids uuid[] NOT NULL CONSTRAINT enrolments_covers_somebody CHECK (cardinality(covered_person_ids) > 0),
        area_code text NOT NULL,
        programme_id uuid NOT NULL REFERENCES programmes,
        programme_version integer NOT NULL,
        application_id uuid NOT NULL REFERENCES applications,
        amount_minor bigint CONSTRAINT enrolments_amount_not_negative CHECK (amount_minor >= 0),
        from_on date,
        to_on date,
        changed_on date NOT NULL,
        suspended_until date,
        quota_area text,
        rank bigint[] NOT NULL,
        rank_key bigint[] NOT NULL,
        waiting_since timestamptz NOT NULL,
        CONSTRAINT enrolments_from_when_it_began CHECK (state NOT IN ('active', 'suspended') OR from_on IS NOT NULL),
        CONSTRAINT enrolments_to_when_it_ended CHECK (to_on IS NULL OR (state = 'ended' AND from_on IS NOT NULL)),
        CONSTRAINT enrolments_until_while_suspended CHECK (suspended_until IS NULL OR state = 'suspended')
      );
      CREATE UNIQUE INDEX enrolments_one_live ON enrolments (programme_id, subject_id) WHERE state <> 'ended';
      CREATE INDEX enrolments_household_id ON enrolments (household_id);
      CREATE INDEX enrolments_person_id ON enrolments (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX enrolments_programme ON enrolments (programme_id, id);
      CREATE INDEX enrolments_queue ON enrolments (programme_id, quota_area, rank_key, waiting_since, application_id) WHERE state = 'waitlisted';
      COMMENT ON TABLE enrolments IS 'Who is in a programme, or waits for a place in it';
      COMMENT ON COLUMN enrolments.area_code IS 'Where the household lives; goes along when it moves';
      COMMENT ON COLUMN enrolments.from_on IS 'The first day; null while it waits';
      COMMENT ON COLUMN enrolments.to_on IS 'The last day';
      COMMENT ON COLUMN enrolments.changed_on IS 'The day from which it is as it is now; the next change holds from then on or later';
      COMMENT ON COLUMN enrolments.quota_area IS 'The area in whose quota it counts; null where the programme has none';
      COMMENT ON COLUMN enrolments.rank IS 'The values by which it waits, as the programme lists them';
      COMMENT ON COLUMN enrolments.rank_key IS 'The same, so that who comes first has less; what is not known comes last';
      COMMENT ON COLUMN enrolments.waiting_since IS 'When the application was submitted: equals wait in that order';
      REVOKE DELETE, TRUNCATE ON enrolments FROM janela_app;
      ${enableAreaPolicy('enrolments')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${disableAreaPolicy('enrolments')} DROP TABLE enrolments;`);
  }
}
