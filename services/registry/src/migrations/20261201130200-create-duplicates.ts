import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDuplicates20261201130200 implements MigrationInterface {
  readonly name = 'CreateDuplicates20261201130200';

  // No foreign keys: nobody is ever deleted, and whoever registers somebody would wait for whoever changes the other household.
  // No area of its own: a pair may lie in two districts, and is seen by whoever sees one of the two households.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duplicates (
        id uuid PRIMARY KEY,
        state text NOT NULL CONSTRAINT duplicates_state_known CHECK (state IN ('open', 'dismissed')),
        person_id uuid NOT NULL,
        household_id uuid NOT NULL,
        other_person_id uuid NOT NULL,
        other_household_id uuid NOT NULL,
        matched_on text[] NOT NULL,
        weight real NOT NULL CONSTRAINT duplicates_weight_in_range CHECK (weight BETWEEN 0 AND 1),
        suspected_at timestamptz NOT NULL,
        suspected_through text NOT NULL,
        import_id uuid,
        dismissed_at timestamptz,
        dismissed_by text,
        dismissed_by_name text,
        reason text,
        CONSTRAINT duplicates_one_of_a_pair UNIQUE (person_id, other_person_id),
        CONSTRAINT duplicates_two_people CHECK (person_id <> other_person_id AND household_id <> other_household_id),
        CONSTRAINT duplicates_dismissed_by_somebody CHECK (num_nulls(dismissed_at, dismissed_by, dismissed_by_name, reason) = CASE state WHEN 'open' THEN 4 ELSE 0 END)
      );
      CREATE INDEX duplicates_household_id ON duplicates (household_id);
      CREATE INDEX duplicates_other_household_id ON duplicates (other_household_id);
      CREATE INDEX duplicates_import_id ON duplicates (import_id) WHERE import_id IS NOT NULL;
      COMMENT ON TABLE duplicates IS 'Two entries of the register that look like one person, the one registered first before the other';
      COMMENT ON COLUMN duplicates.suspected_through IS 'Who registered or changed one of the two, so that they looked alike';
      REVOKE DELETE, TRUNCATE ON duplicates FROM janela_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duplicates');
  }
}
