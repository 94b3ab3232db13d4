import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A form that waits says who would leave by it; and two members of one household may look like one person. */
export class AbsenceIsNoStatement20261202080000 implements MigrationInterface {
  readonly name = 'AbsenceIsNoStatement20261202080000';

  // Neither reads a table: the default is not written to the rows that are there, and every pair satisfied the stricter check.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_waiting ADD leaving uuid[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN import_waiting.leaving IS 'Who lives in the household, was on its form before, and is on this one no more';
      ALTER TABLE duplicates DROP CONSTRAINT duplicates_two_people,
        ADD CONSTRAINT duplicates_two_people CHECK (person_id <> other_person_id) NOT VALID;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_waiting DROP leaving;
      ALTER TABLE duplicates DROP CONSTRAINT duplicates_two_people,
        ADD CONSTRAINT duplicates_two_people CHECK (person_id <> other_person_id AND household_id <> other_household_id) NOT VALID;`);
  }
}
