import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotencyKeys20261120100000 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKeys20261120100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        actor text NOT NULL,
        route text NOT NULL,
        key text NOT NULL CONSTRAINT idempotency_keys_key_length CHECK (length(key) BETWEEN 1 AND 128),
        body_hash bytea NOT NULL CONSTRAINT idempotency_keys_body_hash_sha256 CHECK (octet_length(body_hash) = 32),
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor, route, key)
      );
      CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
      COMMENT ON TABLE idempotency_keys IS 'The first answer to every request that must not be done twice';
      COMMENT ON COLUMN idempotency_keys.answer IS 'Encrypted JSON; null where the answer has no body';
      REVOKE UPDATE, TRUNCATE ON idempotency_keys FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
