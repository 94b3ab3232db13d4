import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProgrammes20261120140100 implements MigrationInterface {
  readonly name = 'CreateProgrammes20261120140100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [scorecards, programmes, versions, ruleBook, quotas]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE quotas, rule_book, programme_versions, programmes, scorecards;
      DROP FUNCTION refuse_change_of_published_version;`);
  }
}

const scorecards = `
  CREATE TABLE scorecards (
    code text PRIMARY KEY,
    definition jsonb NOT NULL,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL
  );
  COMMENT ON TABLE scorecards IS 'Proxy means tests as published. Decisions are replayed with them, so they never change; another one has another code';
  REVOKE UPDATE, DELETE, TRUNCATE ON scorecards FROM janela_app;`;

const programmes = `
  CREATE TABLE programmes (
    id uuid PRIMARY KEY,
    code text NOT NULL CONSTRAINT programmes_code_once UNIQUE,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL
  );
  COMMENT ON COLUMN programmes.version IS 'Of this row and its versions, for the ETag; not the version of the rules';
  COMMENT ON COLUMN programmes.definition IS 'What stays from version to version';
  REVOKE DELETE, TRUNCATE ON programmes FROM janela_app;`;

// Publishing is the last change to a version, whoever tries another.
const versions = `
  CREATE TABLE programme_versions (
    programme_id uuid NOT NULL REFERENCES programmes,
    number integer NOT NULL,
    state text NOT NULL CONSTRAINT programme_versions_state_known CHECK (state IN ('draft', 'published', 'discarded', 'superseded')),
    definition jsonb NOT NULL,
    cel text NOT NULL,
    valid_from date NOT NULL,
    written_by text NOT NULL,
    written_by_name text NOT NULL,
    written_at timestamptz NOT NULL,
    published_by text,
    published_by_name text,
    published_at timestamptz,
    reach jsonb,
    PRIMARY KEY (programme_id, number),
    CONSTRAINT programme_versions_published_whole CHECK ((state = 'published') = (published_by IS NOT NULL AND published_by_name IS NOT NULL AND published_at IS NOT NULL AND reach IS NOT NULL)),
    CONSTRAINT programme_versions_published_by_another CHECK (published_by <> written_by)
  );
  CREATE UNIQUE INDEX programme_versions_one_a_day ON programme_versions (programme_id, valid_from) WHERE state = 'published';
  COMMENT ON COLUMN programme_versions.cel IS 'The rules in CEL, for people';
  COMMENT ON COLUMN programme_versions.valid_from IS 'The day on which it takes effect; it holds until that of the next';
  COMMENT ON COLUMN programme_versions.reach IS 'What it would have done to the register on the day it was published';
  REVOKE DELETE, TRUNCATE ON programme_versions FROM janela_app;

  CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a published version of a programme never changes' USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER programme_versions_published_for_good BEFORE UPDATE ON programme_versions
    FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change_of_published_version();`;

const ruleBook = `
  CREATE TABLE rule_book (
    one boolean PRIMARY KEY DEFAULT true CONSTRAINT rule_book_one CHECK (one),
    revision bigint NOT NULL
  );
  INSERT INTO rule_book (revision) VALUES (1);
  COMMENT ON TABLE rule_book IS 'One row. Its revision grows with every publication, so that every process knows when what it has compiled is out of date';
  REVOKE INSERT, DELETE, TRUNCATE ON rule_book FROM janela_app;`;

const quotas = `
  CREATE TABLE quotas (
    programme_id uuid NOT NULL REFERENCES programmes,
    area_code text NOT NULL,
    places integer NOT NULL CONSTRAINT quotas_places_not_negative CHECK (places >= 0),
    taken integer NOT NULL DEFAULT 0 CONSTRAINT quotas_taken_not_negative CHECK (taken >= 0),
    PRIMARY KEY (programme_id, area_code)
  );
  COMMENT ON TABLE quotas IS 'How many places an area has, and how many are taken. Whoever takes or frees one locks the row first';
  COMMENT ON COLUMN quotas.taken IS 'Active and suspended enrolments; may exceed places, for whoever moves takes their place along';
  REVOKE DELETE, TRUNCATE ON quotas FROM janela_app;`;
