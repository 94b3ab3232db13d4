import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudit20261120110000 implements MigrationInterface {
  readonly name = 'CreateAudit20261120110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        actor_kind text NOT NULL CONSTRAINT audit_entries_actor_kind_known CHECK (actor_kind IN ('person', 'machine', 'system')),
        action text NOT NULL,
        subject text NOT NULL,
        request_id text,
        trace_id text,
        details jsonb NOT NULL
      );
      CREATE INDEX audit_entries_subject ON audit_entries (subject, id);
      CREATE INDEX audit_entries_actor ON audit_entries (actor, id);
      COMMENT ON TABLE audit_entries IS 'Who did what to what; nothing here is ever changed';
      COMMENT ON COLUMN audit_entries.subject IS '<kind>:<id>';
      COMMENT ON COLUMN audit_entries.details IS 'Personal values are encrypted: {"sealed": "<key id>:…"}';

      CREATE TABLE audit_unsealed (entry_id bigint PRIMARY KEY)
        WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      COMMENT ON TABLE audit_unsealed IS 'Entries that are not yet in the chain; a writer must not wait for the chain';

      CREATE TABLE audit_seals (
        number bigint PRIMARY KEY,
        entry_id bigint NOT NULL CONSTRAINT audit_seals_entry_id_once UNIQUE,
        hash bytea NOT NULL CONSTRAINT audit_seals_hash_sha256 CHECK (octet_length(hash) = 32),
        sealed_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN audit_seals.hash IS 'SHA-256 of the hash before, the number, and the digest of the entry';

      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, audit_seals FROM janela_app;
      REVOKE UPDATE, TRUNCATE ON audit_unsealed FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_seals, audit_unsealed, audit_entries');
  }
}
