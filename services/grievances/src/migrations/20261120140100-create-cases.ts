import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['case_steps', 'cases'];
const open = `state IN ('filed', 'assigned', 'escalated')`;

// As of area scopes: evaluated once per statement. A transaction that says nothing is shown what is not sensitive.
const drawers = `(SELECT COALESCE(NULLIF(current_setting('janela.drawers', true), ''), '{f}')::boolean[])`;

export class CreateCases20261120140100 implements MigrationInterface {
  readonly name = 'CreateCases20261120140100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createCategories(runner);
    await this.createCases(runner);
    await this.createSteps(runner);
    for (const table of walled)
      await runner.query(`
        ${enableAreaPolicy(table)}
        CREATE POLICY ${table}_drawer ON ${table} AS RESTRICTIVE
          USING (sensitive = ANY (${drawers}::boolean[])) WITH CHECK (sensitive = ANY (${drawers}::boolean[]));
        REVOKE DELETE, TRUNCATE ON ${table} FROM janela_app;`);
    await runner.query('REVOKE UPDATE ON case_steps FROM janela_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of walled)
      await runner.query(`DROP POLICY ${table}_drawer ON ${table}; ${disableAreaPolicy(table)} DROP TABLE ${table}`);
    await runner.query('DROP TABLE case_categories');
  }

  private async createCategories(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_categories (
        code text PRIMARY KEY,
        position smallint NOT NULL,
        names jsonb NOT NULL,
        sensitive boolean NOT NULL,
        needs text[] NOT NULL CONSTRAINT case_categories_needs_known CHECK (needs <@ '{household,application,payment}'),
        starts_at text NOT NULL CONSTRAINT case_categories_starts_at_known CHECK (starts_at IN ('community', 'district', 'province', 'national')),
        acknowledge_within_hours integer NOT NULL,
        resolve_within_hours integer NOT NULL,
        escalate_within_hours integer NOT NULL,
        appeal_within_hours integer NOT NULL CONSTRAINT case_categories_appeal_positive CHECK (appeal_within_hours > 0),
        active boolean NOT NULL,
        CONSTRAINT case_categories_deadlines_in_order
          CHECK (0 < acknowledge_within_hours AND acknowledge_within_hours <= resolve_within_hours AND resolve_within_hours <= escalate_within_hours)
      );
      COMMENT ON TABLE case_categories IS 'What a complaint can be about, as the country publishes it';
      COMMENT ON COLUMN case_categories.names IS '{"en": …, "pt": …, "fr": …}';
      COMMENT ON COLUMN case_categories.active IS 'False: takes no new cases';
      REVOKE DELETE, TRUNCATE ON case_categories FROM janela_app;`);
  }

  // No foreign key to the category: everybody who complains would lock the same row of it, and none is ever deleted.
  private async createCases(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases (
        id uuid PRIMARY KEY,
        number text NOT NULL CONSTRAINT cases_number_once UNIQUE CONSTRAINT cases_number_shape CHECK (number ~ '^\\d{4}-\\d{4}-\\d{4}-\\d$'),
        version integer NOT NULL CONSTRAINT cases_version_positive CHECK (version > 0),
        state text NOT NULL CONSTRAINT cases_state_known CHECK (state IN ('filed', 'assigned', 'escalated', 'resolved', 'withdrawn', 'closed')),
        category text NOT NULL,
        sensitive boolean NOT NULL,
        record_id uuid,
        announced_at timestamptz,
        description_sealed text NOT NULL,
        channel text NOT NULL CONSTRAINT cases_channel_known CHECK (channel IN ('window', 'telephone', 'sms', 'ussd', 'web', 'paper', 'community')),
        anonymous boolean NOT NULL,
        area_code text NOT NULL,
        household_id uuid,
        application_id uuid,
        payment_id uuid,
        level text NOT NULL CONSTRAINT cases_level_known CHECK (level IN ('community', 'district', 'province', 'national')),
        assigned_to text,
        assigned_name text,
        acknowledge_by timestamptz NOT NULL,
        resolve_by timestamptz NOT NULL,
        escalate_by timestamptz,
        acknowledged_at timestamptz,
        reminded_at timestamptz,
        overdue_at timestamptz,
        resolution text CONSTRAINT cases_resolution_known CHECK (resolution IN ('upheld', 'partly_upheld', 'not_upheld', 'no_fault_found')),
        answer_sealed text,
        resolved_at timestamptz,
        appeal_id uuid,
        filed_at timestamptz NOT NULL,
        filed_by text NOT NULL,
        queue_at timestamptz NOT NULL GENERATED ALWAYS AS (
          CASE WHEN NOT (${open}) THEN timestamptz 'infinity' WHEN acknowledged_at IS NULL THEN acknowledge_by ELSE resolve_by END) STORED,
        CONSTRAINT cases_area_of_rows UNIQUE (id, area_code, sensitive),
        CONSTRAINT cases_sensitive_record CHECK (sensitive = (record_id IS NOT NULL) AND (sensitive OR announced_at IS NULL)),
        CONSTRAINT cases_assigned_whole CHECK ((assigned_to IS NULL) = (assigned_name IS NULL)),
        CONSTRAINT cases_assigned_has_officer CHECK (state <> 'assigned' OR assigned_to IS NOT NULL),
        CONSTRAINT cases_resolved_whole CHECK (num_nonnulls(resolution, answer_sealed, resolved_at) IN (0, 3)),
        CONSTRAINT cases_resolved_answered CHECK (state <> 'resolved' OR resolution IS NOT NULL),
        CONSTRAINT cases_national_is_last CHECK ((level = 'national') = (escalate_by IS NULL))
      );
      CREATE INDEX cases_queue ON cases (queue_at, id DESC);
      CREATE INDEX cases_state_queue ON cases (state, queue_at, id DESC);
      CREATE INDEX cases_household ON cases (household_id, queue_at, id DESC) WHERE household_id IS NOT NULL;
      CREATE INDEX cases_sensitive_unannounced ON cases (record_id) WHERE sensitive AND announced_at IS NULL;
      COMMENT ON TABLE cases IS 'Complaints. Sensitive ones are shown only to a transaction that has opened their drawer (janela.drawers)';
      COMMENT ON COLUMN cases.number IS 'The tracking number, with check digit; whoever has it may see how far the case is';
      COMMENT ON COLUMN cases.sensitive IS 'As its category was when it was filed';
      COMMENT ON COLUMN cases.record_id IS 'By which a sensitive case is counted, and named in the audit trail; tells nobody else which case it is';
      COMMENT ON COLUMN cases.area_code IS 'Where it arose; it stays there when the household moves';
      COMMENT ON COLUMN cases.acknowledge_by IS 'Deadlines are those of the level that has to act now';
      COMMENT ON COLUMN cases.queue_at IS 'What is due first stands first; what is answered stands behind all that is open';`);
  }

  private async createSteps(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_steps (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        case_id uuid NOT NULL,
        area_code text NOT NULL,
        sensitive boolean NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        actor_name text NOT NULL,
        action text NOT NULL,
        note_sealed text,
        CONSTRAINT case_steps_case FOREIGN KEY (case_id, area_code, sensitive) REFERENCES cases (id, area_code, sensitive)
      );
      CREATE INDEX case_steps_case_id ON case_steps (case_id, id);
      COMMENT ON TABLE case_steps IS 'What was done to a case, in order; never changed';`);
  }
}
