import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['payees', 'consents'];
const household = 'FOREIGN KEY (household_id, area_code) REFERENCES households (id, area_code) ON UPDATE CASCADE';

export class CreatePayeesAndConsents20261120130200 implements MigrationInterface {
  readonly name = 'CreatePayeesAndConsents20261120130200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payees (
        household_id uuid PRIMARY KEY,
        area_code text NOT NULL,
        person_id uuid NOT NULL CONSTRAINT payees_person_known REFERENCES people,
        deputy_person_id uuid CONSTRAINT payees_deputy_person_known REFERENCES people,
        channel text NOT NULL CONSTRAINT payees_channel_known CHECK (channel IN ('mobile_money', 'bank_transfer', 'cash', 'agent', 'prepaid_card')),
        provider text,
        account_sealed text,
        account_mark text,
        CONSTRAINT payees_household ${household},
        CONSTRAINT payees_deputy_another CHECK (deputy_person_id <> person_id),
        CONSTRAINT payees_reachable CHECK (channel = 'cash' OR account_sealed IS NOT NULL),
        CONSTRAINT payees_account_findable CHECK ((account_sealed IS NULL) = (account_mark IS NULL))
      );
      CREATE INDEX payees_account_mark ON payees (account_mark) WHERE account_mark IS NOT NULL;
      COMMENT ON TABLE payees IS 'Who collects for a household, and how the money gets there';
      COMMENT ON COLUMN payees.account_sealed IS 'Encrypted; found by account_mark, a keyed blind index';

      CREATE TABLE consents (
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        purpose text NOT NULL CONSTRAINT consents_purpose_known CHECK (purpose IN ('eligibility', 'payment', 'statistics', 'referral', 'research')),
        given_on date NOT NULL,
        method text NOT NULL CONSTRAINT consents_method_known CHECK (method IN ('signature', 'thumbprint', 'spoken', 'electronic')),
        withdrawn_on date,
        PRIMARY KEY (household_id, purpose),
        CONSTRAINT consents_household ${household}
      );
      COMMENT ON TABLE consents IS 'What a household lets its data be used for, purpose by purpose';
      COMMENT ON COLUMN consents.withdrawn_on IS 'Null while the consent stands';
      REVOKE DELETE, TRUNCATE ON consents FROM janela_app;
      ${tables.map((table) => enableAreaPolicy(table)).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`${disableAreaPolicy(table)} DROP TABLE ${table};`);
  }
}
