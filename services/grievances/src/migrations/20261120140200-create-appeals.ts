import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppeals20261120140200 implements MigrationInterface {
  readonly name = 'CreateAppeals20261120140200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appeals (
        id uuid PRIMARY KEY,
        version integer NOT NULL CONSTRAINT appeals_version_positive CHECK (version > 0),
        state text NOT NULL CONSTRAINT appeals_state_known CHECK (state IN ('filed', 'upheld', 'dismissed', 'withdrawn')),
        case_id uuid NOT NULL CONSTRAINT appeals_case REFERENCES cases,
        application_id uuid,
        decision_id uuid,
        payment_id uuid,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        grounds_sealed text NOT NULL,
        filed_at timestamptz NOT NULL,
        filed_by text NOT NULL,
        reason_sealed text,
        decided_at timestamptz,
        decided_by text,
        decided_name text,
        CONSTRAINT appeals_about_one CHECK (num_nonnulls(application_id, payment_id) = 1 AND (application_id IS NULL) = (decision_id IS NULL)),
        CONSTRAINT appeals_decided_whole CHECK (
          num_nonnulls(reason_sealed, decided_at, decided_by, decided_name) = CASE WHEN state IN ('upheld', 'dismissed') THEN 4 ELSE 0 END)
      );
      CREATE UNIQUE INDEX appeals_decision_once ON appeals (decision_id) WHERE decision_id IS NOT NULL AND state <> 'withdrawn';
      CREATE UNIQUE INDEX appeals_payment_once ON appeals (payment_id) WHERE payment_id IS NOT NULL AND state <> 'withdrawn';
      CREATE INDEX appeals_state ON appeals (state, id);
      CREATE INDEX appeals_case_id ON appeals (case_id);
      COMMENT ON TABLE appeals IS 'A decision or payment that is contested; heard by somebody who had no hand in it';
      COMMENT ON COLUMN appeals.decision_id IS 'The decision of the application that it is against: another one can be appealed against again';
      ${enableAreaPolicy('appeals')}
      REVOKE DELETE, TRUNCATE ON appeals FROM janela_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${disableAreaPolicy('appeals')} DROP TABLE appeals`);
  }
}
