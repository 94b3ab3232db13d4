import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['decisions', 'determinations', 'applications'];

export class CreateApplications20261120140200 implements MigrationInterface {
  readonly name = 'CreateApplications20261120140200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [applications, determinations, decisions, references]) await runner.query(statement);
    for (const table of tables) await runner.query(enableAreaPolicy(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications DROP CONSTRAINT applications_determination, DROP CONSTRAINT applications_decision;
      ${tables.map((table) => `${disableAreaPolicy(table)} DROP TABLE ${table};`).join('\n')}`);
  }
}

const applications = `
  CREATE TABLE applications (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    state text NOT NULL CONSTRAINT applications_state_known CHECK (state IN ('submitted', 'recommended', 'approved', 'refused', 'reopened', 'withdrawn')),
    household_id uuid NOT NULL,
    person_id uuid,
    subject_id uuid NOT NULL GENERATED ALWAYS AS (COALESCE(person_id, household_id)) STORED,
    area_code text NOT NULL,
    programme_id uuid NOT NULL REFERENCES programmes,
    determination_id uuid,
    decision_id uuid,
    enrolment_id uuid,
    reopened_by uuid,
    submitted_by text NOT NULL,
    submitted_by_name text NOT NULL,
    submitted_at timestamptz NOT NULL,
    CONSTRAINT applications_area_of_rows UNIQUE (id, area_code),
    CONSTRAINT applications_decided_with_decision CHECK (state NOT IN ('approved', 'refused') OR decision_id IS NOT NULL),
    CONSTRAINT applications_recommended_with_reasons CHECK (state IN ('submitted', 'withdrawn') OR determination_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX applications_one_open ON applications (programme_id, subject_id) WHERE state IN ('submitted', 'recommended', 'reopened');
  CREATE INDEX applications_household_id ON applications (household_id);
  CREATE INDEX applications_state ON applications (state, id);
  COMMENT ON COLUMN applications.subject_id IS 'Who it is for: the person where there is one, else the household';
  COMMENT ON COLUMN applications.area_code IS 'Where the household lives; goes along when it moves';
  COMMENT ON COLUMN applications.determination_id IS 'The latest recommendation';
  COMMENT ON COLUMN applications.decision_id IS 'The decision that holds; null while it is open';
  COMMENT ON COLUMN applications.reopened_by IS 'The appeal that was upheld last';
  REVOKE DELETE, TRUNCATE ON applications FROM janela_app;`;

// The area of what belongs to an application is that of the application: the foreign keys carry it along.
const determinations = `
  CREATE TABLE determinations (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL,
    area_code text NOT NULL,
    programme_version integer NOT NULL,
    facts_version integer NOT NULL,
    as_of date NOT NULL,
    sheet jsonb NOT NULL,
    outcome text NOT NULL CONSTRAINT determinations_outcome_known CHECK (outcome IN ('eligible', 'ineligible', 'needs_review')),
    reasons jsonb NOT NULL,
    amount_minor bigint CONSTRAINT determinations_amount_not_negative CHECK (amount_minor >= 0),
    made_at timestamptz NOT NULL,
    CONSTRAINT determinations_application FOREIGN KEY (application_id, area_code) REFERENCES applications (id, area_code) ON UPDATE CASCADE
  );
  CREATE INDEX determinations_application_id ON determinations (application_id);
  COMMENT ON TABLE determinations IS 'What the rules said of an application, and all they saw: from sheet and version it can be judged again';
  COMMENT ON COLUMN determinations.facts_version IS 'Of the household in the register';
  COMMENT ON COLUMN determinations.amount_minor IS 'What one payment would come to; null where that is not known, or nothing is paid out';
  REVOKE UPDATE, DELETE, TRUNCATE ON determinations FROM janela_app;`;

const decisions = `
  CREATE TABLE decisions (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL,
    area_code text NOT NULL,
    determination_id uuid NOT NULL REFERENCES determinations,
    outcome text NOT NULL CONSTRAINT decisions_outcome_known CHECK (outcome IN ('approved', 'refused')),
    reason text,
    decided_by text NOT NULL,
    decided_by_name text NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT decisions_application FOREIGN KEY (application_id, area_code) REFERENCES applications (id, area_code) ON UPDATE CASCADE,
    CONSTRAINT decisions_refused_with_reason CHECK (outcome = 'approved' OR reason IS NOT NULL),
    CONSTRAINT decisions_once_by_anybody UNIQUE (application_id, decided_by)
  );
  COMMENT ON TABLE decisions IS 'What officers decided, and on which recommendation';
  REVOKE UPDATE, DELETE, TRUNCATE ON decisions FROM janela_app;`;

const references = `
  ALTER TABLE applications
    ADD CONSTRAINT applications_determination FOREIGN KEY (determination_id) REFERENCES determinations DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT applications_decision FOREIGN KEY (decision_id) REFERENCES decisions DEFERRABLE INITIALLY DEFERRED`;
