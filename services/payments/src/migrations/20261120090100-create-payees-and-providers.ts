import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePayeesAndProviders20261120090100 implements MigrationInterface {
  readonly name = 'CreatePayeesAndProviders20261120090100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payees (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL,
        person_id uuid NOT NULL,
        deputy_person_id uuid,
        channel text NOT NULL,
        provider text,
        details text,
        account_mark text,
        current boolean NOT NULL,
        designated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX payees_one_current ON payees (household_id) WHERE current;
      CREATE INDEX payees_household ON payees (household_id);
      CREATE INDEX payees_account ON payees (account_mark) WHERE current AND account_mark IS NOT NULL;
      COMMENT ON TABLE payees IS 'Who collects for a household, by what way; a payment keeps the one it was frozen with';
      COMMENT ON COLUMN payees.id IS 'Of the event that designated them';
      COMMENT ON COLUMN payees.details IS 'Names and account as encrypted JSON; null once they were erased';
      COMMENT ON COLUMN payees.account_mark IS 'Blind index: equal accounts have equal marks';
      REVOKE UPDATE, DELETE, TRUNCATE ON payees FROM janela_app;
      GRANT UPDATE (current, details, account_mark) ON payees TO janela_app;

      CREATE TABLE providers (
        id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT providers_id_once UNIQUE,
        code text PRIMARY KEY CONSTRAINT providers_code_names_a_topic CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
        name jsonb NOT NULL,
        channels text[] NOT NULL CONSTRAINT providers_channels_some CHECK (cardinality(channels) > 0),
        active boolean NOT NULL DEFAULT true
      );
      COMMENT ON TABLE providers IS 'Who pays out; each has the topic payments.instruction.<code>, which it alone may read';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE providers, payees');
  }
}
