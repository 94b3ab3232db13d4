import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContributions20261120090500 implements MigrationInterface {
  readonly name = 'CreateContributions20261120090500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contributions (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        version integer NOT NULL DEFAULT 1,
        person_id uuid NOT NULL,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        programme text NOT NULL,
        branch text NOT NULL,
        period text NOT NULL,
        amount_minor bigint NOT NULL CONSTRAINT contributions_amount_minor_positive CHECK (amount_minor > 0),
        currency text NOT NULL,
        channel text NOT NULL,
        receipt text NOT NULL,
        received_on date NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        reversed_at timestamptz,
        reversed_because text,
        CONSTRAINT contributions_receipt_once UNIQUE (programme, receipt),
        CONSTRAINT contributions_reversed_because CHECK ((reversed_at IS NULL) = (reversed_because IS NULL))
      );
      CREATE INDEX contributions_person ON contributions (person_id, id);
      COMMENT ON TABLE contributions IS 'What members paid in; one that bounced is reversed, never deleted';
      REVOKE UPDATE, DELETE, TRUNCATE ON contributions FROM janela_app;
      GRANT UPDATE (version, reversed_at, reversed_because) ON contributions TO janela_app;
      ${enableAreaPolicy('contributions')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${disableAreaPolicy('contributions')} DROP TABLE contributions`);
  }
}
