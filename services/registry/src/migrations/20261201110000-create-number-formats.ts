import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNumberFormats20261201110000 implements MigrationInterface {
  readonly name = 'CreateNumberFormats20261201110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_formats (
        id smallint PRIMARY KEY CONSTRAINT number_formats_one_row CHECK (id = 1),
        telephone jsonb NOT NULL,
        accounts jsonb NOT NULL
      );
      COMMENT ON TABLE number_formats IS 'How telephones and accounts are written in the country, as its data say';
      COMMENT ON COLUMN number_formats.telephone IS '{"prefix": "+260", "trunk": "0", "mobile": [patterns], "fixed": [patterns], "example": …}';
      COMMENT ON COLUMN number_formats.accounts IS '[{"channel": …, "provider": …, "kind": "telephone" or "number", "pattern": …, "example": …}]';
      REVOKE DELETE, TRUNCATE ON number_formats FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE number_formats');
  }
}
