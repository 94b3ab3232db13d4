import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnrolments20261120090000 implements MigrationInterface {
  readonly name = 'CreateEnrolments20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programmes (
        id uuid PRIMARY KEY,
        code text NOT NULL CONSTRAINT programmes_code_once UNIQUE,
        version integer NOT NULL,
        title jsonb NOT NULL,
        currency text NOT NULL,
        frequency text NOT NULL
      );
      COMMENT ON TABLE programmes IS 'What eligibility published of each programme: as much as paying needs';
      COMMENT ON COLUMN programmes.version IS 'The newest published version of the rules';

      CREATE TABLE enrolments (
        id uuid PRIMARY KEY,
        programme_id uuid NOT NULL,
        programme text NOT NULL,
        household_id uuid NOT NULL,
        person_id uuid,
        covered_person_ids uuid[] NOT NULL,
        area_code text NOT NULL
      );
      CREATE INDEX enrolments_programme ON enrolments (programme_id);
      CREATE INDEX enrolments_household ON enrolments (household_id);
      CREATE INDEX enrolments_covered ON enrolments USING gin (covered_person_ids);
      COMMENT ON COLUMN enrolments.person_id IS 'Set where the programme covers persons, not households';
      ${enableAreaPolicy('enrolments')}

      CREATE TABLE enrolment_spells (
        enrolment_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date,
        PRIMARY KEY (enrolment_id, from_on),
        CONSTRAINT enrolment_spells_to_after_from CHECK (to_on > from_on)
      );
      COMMENT ON TABLE enrolment_spells IS 'When an enrolment was live: suspended and ended in between and after';
      COMMENT ON COLUMN enrolment_spells.to_on IS 'The first day on which it is not live any more';

      CREATE TABLE entitlements (
        enrolment_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date,
        programme_version integer NOT NULL,
        amount_minor bigint NOT NULL CONSTRAINT entitlements_amount_minor_not_negative CHECK (amount_minor >= 0),
        currency text NOT NULL,
        frequency text NOT NULL,
        PRIMARY KEY (enrolment_id, from_on),
        CONSTRAINT entitlements_to_after_from CHECK (to_on > from_on)
      );
      COMMENT ON TABLE entitlements IS 'What is due for each payment of an enrolment, from a day to the day before another';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${disableAreaPolicy('enrolments')} DROP TABLE entitlements, enrolment_spells, enrolments, programmes`,
    );
  }
}
