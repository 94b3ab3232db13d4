import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of the issuer get their person, so that all of one person's sessions can be ended; the ones there are end now. */
export class EndSessionsOfAPerson20261201160000 implements MigrationInterface {
  readonly name = 'EndSessionsOfAPerson20261201160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM oidc_records;
      ALTER TABLE oidc_records ADD COLUMN account_id text;
      CREATE INDEX oidc_records_account_id ON oidc_records (account_id) WHERE account_id IS NOT NULL;
      COMMENT ON COLUMN oidc_records.account_id IS 'The person whose session, grant, code or token it is';
      ALTER TABLE people ADD CONSTRAINT people_roles_compatible CHECK (
        NOT roles @> '{caseworker,supervisor}' AND NOT roles @> '{designer,publisher}'
        AND NOT roles @> '{payments-officer,payments-approver}' AND NOT roles @> '{grievance-officer,appeals-reviewer}'
      ) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people DROP CONSTRAINT people_roles_compatible;
      ALTER TABLE oidc_records DROP COLUMN account_id;
    `);
  }
}
