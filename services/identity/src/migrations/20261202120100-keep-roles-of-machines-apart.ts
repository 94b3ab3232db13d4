import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds for people holds for machines; those that were added before are not looked at. */
export class KeepRolesOfMachinesApart20261202120100 implements MigrationInterface {
  readonly name = 'KeepRolesOfMachinesApart20261202120100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clients ADD CONSTRAINT clients_roles_compatible CHECK (
        NOT roles @> '{caseworker,supervisor}' AND NOT roles @> '{designer,publisher}'
        AND NOT roles @> '{payments-officer,payments-approver}' AND NOT roles @> '{grievance-officer,appeals-reviewer}'
      ) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clients DROP CONSTRAINT clients_roles_compatible');
  }
}
