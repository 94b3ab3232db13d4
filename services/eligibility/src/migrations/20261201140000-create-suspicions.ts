import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSuspicions20261201140000 implements MigrationInterface {
  readonly name = 'CreateSuspicions20261201140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suspicions (
        duplicate_id uuid NOT NULL,
        version integer NOT NULL,
        person_id uuid NOT NULL,
        other_person_id uuid NOT NULL,
        other_household_id uuid NOT NULL,
        registered_first boolean NOT NULL,
        matched_on text[] NOT NULL,
        weight double precision NOT NULL,
        dismissed boolean NOT NULL,
        PRIMARY KEY (duplicate_id, person_id)
      );
      CREATE INDEX suspicions_person_id ON suspicions (person_id) WHERE NOT dismissed;
      COMMENT ON TABLE suspicions IS 'Who the register says may be somebody else: a row for each of the two. It tells no area: it is asked only about people who may be seen';
      COMMENT ON COLUMN suspicions.registered_first IS 'Whether this person was in the register before the other';
      COMMENT ON COLUMN suspicions.version IS 'Of the suspicion in the register; an older one never overwrites a newer';
      REVOKE DELETE, TRUNCATE ON suspicions FROM janela_app;

      ALTER TABLE decisions
        ADD COLUMN duplicate_reason text,
        ADD COLUMN duplicate_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT decisions_duplicates_with_reason CHECK (cardinality(duplicate_ids) = 0 OR duplicate_reason IS NOT NULL);
      COMMENT ON COLUMN decisions.duplicate_reason IS 'Why it was approved although somebody may be in the programme already';
      COMMENT ON COLUMN decisions.duplicate_ids IS 'The suspicions that this reason is about';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decisions DROP COLUMN duplicate_ids, DROP COLUMN duplicate_reason;
      DROP TABLE suspicions;`);
  }
}
