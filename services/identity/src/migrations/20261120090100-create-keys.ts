import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateKeys20261120090100 implements MigrationInterface {
  readonly name = 'CreateKeys20261120090100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE keys (
        id text PRIMARY KEY,
        purpose text NOT NULL,
        sealed text NOT NULL,
        active_from timestamptz NOT NULL,
        retires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT keys_purpose_known CHECK (purpose IN ('signing', 'cookies'))
      );
      COMMENT ON TABLE keys IS 'What tokens and cookies are signed with';
      COMMENT ON COLUMN keys.sealed IS 'The secret part, encrypted with JANELA_ENCRYPTION_KEY and bound to the id';
      COMMENT ON COLUMN keys.active_from IS 'Signs from here on; before, a signing key is only published';
      COMMENT ON COLUMN keys.retires_at IS 'When what it signed has expired; null while in use';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE keys');
  }
}
