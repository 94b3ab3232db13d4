import { enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDenominatorsAndSnapshots20261120150100 implements MigrationInterface {
  readonly name = 'CreateDenominatorsAndSnapshots20261120150100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE denominators (
        id uuid PRIMARY KEY,
        measure text NOT NULL CONSTRAINT denominators_measure_known CHECK (
          measure IN ('population', 'births', 'poverty_headcount', 'severe_disability', 'employed', 'unemployed')),
        area_code text NOT NULL,
        year int NOT NULL,
        sex text NOT NULL CONSTRAINT denominators_sex_known CHECK (sex IN ('female', 'male', 'all')),
        age_group text NOT NULL CONSTRAINT denominators_age_group_shape CHECK (age_group ~ '^(all|\\d{1,3}-\\d{1,3}|\\d{1,3}\\+)$'),
        value numeric CONSTRAINT denominators_value_not_negative CHECK (value >= 0),
        unit text NOT NULL,
        kind text,
        status text NOT NULL CONSTRAINT denominators_status_known CHECK (status IN ('sourced', 'illustrative', 'missing')),
        source_key text,
        source jsonb,
        note text,
        loaded_at timestamptz NOT NULL,
        replaced_at timestamptz,
        CONSTRAINT denominators_missing_has_no_value CHECK ((status = 'missing') = (value IS NULL)),
        CONSTRAINT denominators_value_has_source CHECK (value IS NULL OR source IS NOT NULL)
      );
      COMMENT ON TABLE denominators IS 'What figures are divided by, as loaded; a replaced row stays, so that an old figure can be reckoned again';
      COMMENT ON COLUMN denominators.source IS 'A copy of the source as it was described then';
      CREATE UNIQUE INDEX denominators_one_holds
        ON denominators (measure, area_code, year, sex, age_group, coalesce(source_key, '')) WHERE replaced_at IS NULL;
      REVOKE DELETE, TRUNCATE ON denominators FROM janela_app;

      CREATE TABLE snapshots (
        id uuid PRIMARY KEY,
        indicator text NOT NULL,
        area_code text NOT NULL,
        as_of date NOT NULL,
        hash text NOT NULL CONSTRAINT snapshots_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$'),
        table_json text NOT NULL CONSTRAINT snapshots_hash_fits CHECK (encode(sha256(convert_to(table_json, 'UTF8')), 'hex') = hash),
        published_by text NOT NULL,
        published_at timestamptz NOT NULL
      );
      COMMENT ON TABLE snapshots IS 'Figures as they were published, never changed';
      REVOKE UPDATE, DELETE, TRUNCATE ON snapshots FROM janela_app;
      ${enableAreaPolicy('snapshots')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshots, denominators');
  }
}
