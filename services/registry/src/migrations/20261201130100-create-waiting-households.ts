import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWaitingHouseholds20261201130100 implements MigrationInterface {
  readonly name = 'CreateWaitingHouseholds20261201130100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD waiting integer NOT NULL DEFAULT 0, ADD possible_duplicates integer NOT NULL DEFAULT 0;
      CREATE TABLE import_waiting (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        line integer NOT NULL,
        household_ref text NOT NULL,
        matched smallint NOT NULL,
        members smallint NOT NULL,
        sealed text,
        state text NOT NULL CONSTRAINT import_waiting_state_known CHECK (state IN ('waiting', 'accepted', 'dropped', 'replaced', 'expired')),
        decided_by text,
        decided_at timestamptz,
        CONSTRAINT import_waiting_household FOREIGN KEY (household_id, area_code) REFERENCES households (id, area_code) ON UPDATE CASCADE,
        CONSTRAINT import_waiting_kept_while_needed CHECK ((state = 'waiting') = (sealed IS NOT NULL)),
        CONSTRAINT import_waiting_decided CHECK ((state IN ('accepted', 'dropped')) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
      );
      CREATE UNIQUE INDEX import_waiting_once ON import_waiting (household_id) WHERE state = 'waiting';
      CREATE INDEX import_waiting_import_id ON import_waiting (import_id, id);
      COMMENT ON TABLE import_waiting IS 'Forms of which only some people are those of the household with that number; a person decides';
      COMMENT ON COLUMN import_waiting.sealed IS 'What the form says, encrypted; gone once somebody has decided';
      REVOKE DELETE, TRUNCATE ON import_waiting FROM janela_app;
      ${enableAreaPolicy('import_waiting')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${disableAreaPolicy('import_waiting')}
      DROP TABLE import_waiting;
      ALTER TABLE imports DROP waiting, DROP possible_duplicates;`);
  }
}
