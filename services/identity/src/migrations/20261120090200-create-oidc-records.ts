import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOidcRecords20261120090200 implements MigrationInterface {
  readonly name = 'CreateOidcRecords20261120090200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_records (
        model text NOT NULL,
        id_hash bytea NOT NULL,
        grant_id text,
        uid text,
        sealed text NOT NULL,
        consumed_at timestamptz,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (model, id_hash),
        CONSTRAINT oidc_records_id_hash_sha256 CHECK (octet_length(id_hash) = 32)
      );
      CREATE INDEX oidc_records_grant_id ON oidc_records (grant_id) WHERE grant_id IS NOT NULL;
      CREATE UNIQUE INDEX oidc_records_uid_unique ON oidc_records (model, uid) WHERE uid IS NOT NULL;
      CREATE INDEX oidc_records_expires_at ON oidc_records (expires_at);
      COMMENT ON TABLE oidc_records IS 'Sessions, sign-ins under way, grants, codes and refresh tokens of the issuer';
      COMMENT ON COLUMN oidc_records.id_hash IS 'SHA-256 of the id: for a refresh token or a session cookie the id is the secret itself';
      COMMENT ON COLUMN oidc_records.sealed IS 'The record as JSON, encrypted with JANELA_ENCRYPTION_KEY and bound to model and id';
      COMMENT ON COLUMN oidc_records.consumed_at IS 'A code or refresh token may be used once; seen again, its grant is revoked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_records');
  }
}
