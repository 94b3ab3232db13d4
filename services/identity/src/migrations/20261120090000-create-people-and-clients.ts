import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeopleAndClients20261120090000 implements MigrationInterface {
  readonly name = 'CreatePeopleAndClients20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        areas text[] NOT NULL,
        demonstration boolean NOT NULL DEFAULT false,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT people_email_written_one_way CHECK (email = lower(btrim(email)) AND email LIKE '_%@_%'),
        CONSTRAINT people_name_given CHECK (btrim(name) <> ''),
        CONSTRAINT people_areas_are_codes CHECK (array_to_string(areas, ' ') ~ '^([A-Z]{2}[0-9A-Z]{0,18}( |$))*$')
      );
      CREATE UNIQUE INDEX people_email_unique ON people (email);
      COMMENT ON TABLE people IS 'Staff who sign in. Other services know a person by id only, never by e-mail address';
      COMMENT ON COLUMN people.areas IS 'P-codes; each reaches everything below it';
      COMMENT ON COLUMN people.demonstration IS 'Made for a demonstration; production refuses to start while there is one';

      CREATE TABLE clients (
        id text PRIMARY KEY,
        name text NOT NULL,
        secret_hash bytea NOT NULL,
        roles text[] NOT NULL,
        areas text[] NOT NULL,
        demonstration boolean NOT NULL DEFAULT false,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT clients_id_plain CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        CONSTRAINT clients_secret_hash_sha256 CHECK (octet_length(secret_hash) = 32),
        CONSTRAINT clients_areas_are_codes CHECK (array_to_string(areas, ' ') ~ '^([A-Z]{2}[0-9A-Z]{0,18}( |$))*$')
      );
      COMMENT ON TABLE clients IS 'Machines that ask for tokens in their own name';
      COMMENT ON COLUMN clients.secret_hash IS 'SHA-256: the secrets are random and long, so there is nothing to guess slowly';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clients; DROP TABLE people');
  }
}
