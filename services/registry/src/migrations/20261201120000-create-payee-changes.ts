import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePayeeChanges20261201120000 implements MigrationInterface {
  readonly name = 'CreatePayeeChanges20261201120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payees
        ADD COLUMN vacated text CONSTRAINT payees_vacated_known CHECK (vacated IN ('died', 'left')),
        DROP CONSTRAINT payees_reachable;
      COMMENT ON COLUMN payees.vacated IS 'Why the person collects no more; null while the person does';
      COMMENT ON COLUMN payees.account_sealed IS 'Encrypted; found by account_mark, a keyed blind index. A deputy takes over without the telephone of the one before';

      CREATE TABLE payee_changes (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        state text NOT NULL CONSTRAINT payee_changes_state_known CHECK (state IN ('pending', 'confirmed', 'refused', 'taken_back', 'replaced', 'dropped')),
        person_id uuid NOT NULL CONSTRAINT payee_changes_person_known REFERENCES people,
        deputy_person_id uuid CONSTRAINT payee_changes_deputy_person_known REFERENCES people,
        channel text NOT NULL CONSTRAINT payee_changes_channel_known CHECK (channel IN ('mobile_money', 'bank_transfer', 'cash', 'agent', 'prepaid_card')),
        provider text,
        account_sealed text,
        account_mark text,
        requested_by text NOT NULL,
        requested_by_name text NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_by text,
        decided_by_name text,
        decided_at timestamptz,
        reason text,
        CONSTRAINT payee_changes_household FOREIGN KEY (household_id, area_code) REFERENCES households (id, area_code) ON UPDATE CASCADE,
        CONSTRAINT payee_changes_deputy_another CHECK (deputy_person_id <> person_id),
        CONSTRAINT payee_changes_reachable CHECK (channel = 'cash' OR account_sealed IS NOT NULL),
        CONSTRAINT payee_changes_account_findable CHECK ((account_sealed IS NULL) = (account_mark IS NULL)),
        CONSTRAINT payee_changes_decided CHECK ((state = 'pending') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
          AND (decided_at IS NULL) = (decided_by_name IS NULL)),
        CONSTRAINT payee_changes_two_people CHECK (state <> 'confirmed' OR decided_by <> requested_by)
      );
      CREATE UNIQUE INDEX payee_changes_one_pending ON payee_changes (household_id) WHERE state = 'pending';
      CREATE INDEX payee_changes_state ON payee_changes (state, id);
      COMMENT ON TABLE payee_changes IS 'Who is to collect for a household, as somebody asked and somebody else decided';
      COMMENT ON COLUMN payee_changes.account_sealed IS 'Encrypted; account_mark is a keyed blind index';
      REVOKE DELETE, TRUNCATE ON payee_changes FROM janela_app;
      ${enableAreaPolicy('payee_changes')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${disableAreaPolicy('payee_changes')}
      DROP TABLE payee_changes;
      ALTER TABLE payees DROP COLUMN vacated,
        ADD CONSTRAINT payees_reachable CHECK (channel = 'cash' OR account_sealed IS NOT NULL) NOT VALID;
    `);
  }
}
