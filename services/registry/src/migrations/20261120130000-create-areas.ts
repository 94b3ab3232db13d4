import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAreas20261120130000 implements MigrationInterface {
  readonly name = 'CreateAreas20261120130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE areas (
        code text PRIMARY KEY CONSTRAINT areas_code_shape CHECK (code ~ '^[A-Z]{2,3}[0-9A-Z]{0,17}$'),
        level smallint NOT NULL CONSTRAINT areas_level_known CHECK (level BETWEEN 0 AND 5),
        name text NOT NULL CONSTRAINT areas_name_length CHECK (length(name) BETWEEN 1 AND 100),
        parent text CONSTRAINT areas_parent_known REFERENCES areas DEFERRABLE INITIALLY DEFERRED,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT areas_parent_nests CHECK (code ^@ parent),
        CONSTRAINT areas_country_has_no_parent CHECK ((level = 0) = (parent IS NULL)),
        CONSTRAINT areas_days_in_order CHECK (valid_to >= valid_from)
      );
      COMMENT ON TABLE areas IS 'Places by their OCHA P-codes; one that is no more keeps its row, with its last day';
      COMMENT ON COLUMN areas.valid_to IS 'The last day on which it existed';
      REVOKE DELETE, TRUNCATE ON areas FROM janela_app;

      CREATE TABLE identifier_types (
        type text PRIMARY KEY CONSTRAINT identifier_types_type_shape CHECK (type ~ '^[A-Z]{2}-[A-Z0-9]{2,20}$'),
        name jsonb NOT NULL,
        pattern text NOT NULL,
        example text NOT NULL,
        "unique" boolean NOT NULL
      );
      COMMENT ON TABLE identifier_types IS 'Kinds of official numbers that the country has';
      COMMENT ON COLUMN identifier_types.name IS '{"en": …, "pt": …, "fr": …}';
      REVOKE DELETE, TRUNCATE ON identifier_types FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identifier_types, areas');
  }
}
