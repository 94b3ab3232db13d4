import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHouseholdFacts20261120140000 implements MigrationInterface {
  readonly name = 'CreateHouseholdFacts20261120140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE household_facts (
        household_id uuid PRIMARY KEY,
        area_code text NOT NULL,
        version integer NOT NULL CONSTRAINT household_facts_version_positive CHECK (version > 0),
        state text NOT NULL CONSTRAINT household_facts_state_known CHECK (state IN ('active', 'closed', 'merged')),
        over_on date,
        facts jsonb CONSTRAINT household_facts_facts_object CHECK (jsonb_typeof(facts) = 'object'),
        person_ids uuid[] NOT NULL,
        CONSTRAINT household_facts_known_while_active CHECK (state <> 'active' OR facts IS NOT NULL),
        CONSTRAINT household_facts_over_on_a_day CHECK ((state = 'active') = (over_on IS NULL))
      );
      CREATE INDEX household_facts_person_ids ON household_facts USING gin (person_ids);
      COMMENT ON TABLE household_facts IS 'What the register last told of each household: no names, nothing but what rules may ask for';
      COMMENT ON COLUMN household_facts.version IS 'Of the household in the register, as its events count it; an older one never overwrites a newer';
      COMMENT ON COLUMN household_facts.over_on IS 'The first day on which it was no longer a household of its own';
      COMMENT ON COLUMN household_facts.person_ids IS 'The members in facts, to find the household of a person';
      ${enableAreaPolicy('household_facts')}

      CREATE TABLE deaths (
        person_id uuid PRIMARY KEY,
        died_on date NOT NULL,
        certainty text NOT NULL CONSTRAINT deaths_certainty_known CHECK (certainty IN ('reported', 'certified'))
      );
      COMMENT ON TABLE deaths IS 'Who is known to have died. It tells no area: it is asked only about the members of a household that may be seen';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deaths; ${disableAreaPolicy('household_facts')} DROP TABLE household_facts;`);
  }
}
