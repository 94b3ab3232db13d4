import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSignInThrottles20261120090300 implements MigrationInterface {
  readonly name = 'CreateSignInThrottles20261120090300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_throttles (
        key text PRIMARY KEY,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        blocked_until timestamptz,
        CONSTRAINT sign_in_throttles_failures_positive CHECK (failures > 0)
      );
      CREATE INDEX sign_in_throttles_last_failed_at ON sign_in_throttles (last_failed_at);
      COMMENT ON TABLE sign_in_throttles IS 'Failed sign-ins by person, address, both, or known device, for the growing wait';
      COMMENT ON COLUMN sign_in_throttles.key IS 'Kind and keyed hash: what was typed as a name may have been a password';

      CREATE TABLE known_devices (
        mark text PRIMARY KEY,
        last_used_at timestamptz NOT NULL
      );
      CREATE INDEX known_devices_last_used_at ON known_devices (last_used_at);
      COMMENT ON TABLE known_devices IS 'Browsers in which a person has signed in; the mistakes of strangers do not make them wait';
      COMMENT ON COLUMN known_devices.mark IS 'Keyed hash of the person''s name and the device''s cookie';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_devices; DROP TABLE sign_in_throttles');
  }
}
