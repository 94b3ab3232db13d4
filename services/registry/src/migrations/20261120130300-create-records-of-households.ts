import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['household_changes', 'access_log'];
const household = 'FOREIGN KEY (household_id, area_code) REFERENCES households (id, area_code) ON UPDATE CASCADE';

export class CreateRecordsOfHouseholds20261120130300 implements MigrationInterface {
  readonly name = 'CreateRecordsOfHouseholds20261120130300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE household_changes (
        household_id uuid NOT NULL,
        version integer NOT NULL,
        area_code text NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        actor_name text NOT NULL,
        what text NOT NULL,
        changed text[] NOT NULL,
        reason text,
        note text,
        source text NOT NULL CONSTRAINT household_changes_source_known CHECK (source IN ('window', 'import', 'sync')),
        event_id uuid,
        before jsonb,
        PRIMARY KEY (household_id, version),
        CONSTRAINT household_changes_household ${household}
      );
      COMMENT ON TABLE household_changes IS 'How each household became what it is: a line for every version';
      COMMENT ON COLUMN household_changes.before IS 'What the rows held that the change touched: taking the changes back, newest first, gives the household as it was known at any time';
      COMMENT ON COLUMN household_changes.event_id IS 'The event that told the other services';

      CREATE TABLE access_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        actor_name text NOT NULL,
        role text NOT NULL,
        what text NOT NULL,
        CONSTRAINT access_log_household ${household}
      );
      CREATE INDEX access_log_household_id ON access_log (household_id, id);
      COMMENT ON TABLE access_log IS 'Who looked at which household, for the household to see';

      CREATE TABLE household_serials (
        area_code text PRIMARY KEY,
        last integer NOT NULL CONSTRAINT household_serials_last_in_range CHECK (last BETWEEN 1 AND 999999999)
      );
      COMMENT ON TABLE household_serials IS 'The last household number given out in each area; numbers are drawn in blocks and may have gaps';
      ${tables.map((table) => enableAreaPolicy(table)).join('')}
      REVOKE UPDATE, DELETE, TRUNCATE ON household_changes, access_log FROM janela_app;
      REVOKE DELETE, TRUNCATE ON household_serials FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE household_serials');
    for (const table of tables) await runner.query(`${disableAreaPolicy(table)} DROP TABLE ${table};`);
  }
}
