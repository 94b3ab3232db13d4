import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['identifiers', 'people', 'households'];

export class CreateHouseholds20261120130100 implements MigrationInterface {
  readonly name = 'CreateHouseholds20261120130100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createHouseholds(runner);
    await this.createPeople(runner);
    await this.createIdentifiers(runner);
    for (const table of tables) await runner.query(enableAreaPolicy(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`${disableAreaPolicy(table)} DROP TABLE ${table};`);
  }

  // No foreign keys to areas and identifier types: those are never deleted, and everybody who registers in a district would lock the
  // same row of it.
  private async createHouseholds(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE households (
        id uuid PRIMARY KEY,
        number text NOT NULL CONSTRAINT households_number_once UNIQUE,
        area_code text NOT NULL,
        state text NOT NULL CONSTRAINT households_state_known CHECK (state IN ('active', 'closed', 'merged')),
        version integer NOT NULL CONSTRAINT households_version_positive CHECK (version > 0),
        source text NOT NULL CONSTRAINT households_source_known CHECK (source IN ('window', 'import', 'sync')),
        external_reference text CONSTRAINT households_external_reference_length CHECK (length(external_reference) BETWEEN 1 AND 100),
        address text,
        resident_since date,
        urban boolean,
        dwelling jsonb CONSTRAINT households_dwelling_object CHECK (jsonb_typeof(dwelling) = 'object'),
        assets text[],
        consumption jsonb CONSTRAINT households_consumption_object CHECK (jsonb_typeof(consumption) = 'object'),
        closed_on date,
        closing_reason text,
        merged_into uuid CONSTRAINT households_merged_into_known REFERENCES households,
        registered_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT households_area_of_rows UNIQUE (id, area_code),
        CONSTRAINT households_closed_with_reason CHECK ((state = 'closed') = (closed_on IS NOT NULL) AND (closed_on IS NULL) = (closing_reason IS NULL)),
        CONSTRAINT households_merged_into_one CHECK ((state = 'merged') = (merged_into IS NOT NULL))
      );
      CREATE UNIQUE INDEX households_external_reference_once ON households (external_reference) WHERE external_reference IS NOT NULL;
      CREATE INDEX households_area_code ON households (area_code);
      COMMENT ON TABLE households IS 'Households as they are now; what is null is not known';
      COMMENT ON COLUMN households.number IS 'On its card, with check digit; kept for life, also in another area';
      COMMENT ON COLUMN households.external_reference IS 'The number on the form it came from';
      COMMENT ON COLUMN households.resident_since IS 'Since when it has lived in its area; how long that is depends on the day of asking';
      COMMENT ON COLUMN households.assets IS 'Complete where not null: what is not in it, the household does not have';
      REVOKE DELETE, TRUNCATE ON households FROM janela_app;`);
  }

  // The area of a person is that of the household: the foreign key carries it along when the household moves.
  private async createPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL,
        area_code text NOT NULL,
        position smallint NOT NULL,
        given_names text NOT NULL,
        family_name text NOT NULL,
        sex text NOT NULL CONSTRAINT people_sex_known CHECK (sex IN ('female', 'male', 'other', 'unknown')),
        born_on date NOT NULL,
        born_on_precision text NOT NULL CONSTRAINT people_born_on_precision_known CHECK (born_on_precision IN ('day', 'month', 'year')),
        relationship text NOT NULL CONSTRAINT people_relationship_known CHECK (relationship IN ('head', 'spouse', 'child', 'stepchild', 'foster_child', 'child_in_law', 'grandchild', 'parent', 'parent_in_law', 'grandparent', 'sibling', 'niece_or_nephew', 'other_relative', 'non_relative')),
        phone_sealed text,
        phone_mark text,
        marital_status text CONSTRAINT people_marital_status_known CHECK (marital_status IN ('never_married', 'married', 'consensual_union', 'separated', 'divorced', 'widowed')),
        functioning jsonb CONSTRAINT people_functioning_object CHECK (jsonb_typeof(functioning) = 'object'),
        chronic_illness boolean,
        palliative_care boolean,
        pregnant boolean,
        attends_school boolean,
        work text CONSTRAINT people_work_known CHECK (work IN ('own_farm', 'own_business', 'employee', 'public_servant', 'casual_labour', 'unpaid_family_work', 'looking_for_work', 'home_care', 'student', 'retired', 'unable_to_work', 'not_working', 'other')),
        insured boolean,
        died_on date,
        death_source text,
        death_certainty text CONSTRAINT people_death_certainty_known CHECK (death_certainty IN ('reported', 'certified')),
        left_on date,
        CONSTRAINT people_household FOREIGN KEY (household_id, area_code) REFERENCES households (id, area_code) ON UPDATE CASCADE,
        CONSTRAINT people_area_of_rows UNIQUE (id, area_code),
        CONSTRAINT people_phone_findable CHECK ((phone_sealed IS NULL) = (phone_mark IS NULL)),
        CONSTRAINT people_death_after_birth CHECK (died_on >= born_on),
        CONSTRAINT people_death_told CHECK ((died_on IS NULL) = (death_source IS NULL) AND (died_on IS NULL) = (death_certainty IS NULL))
      );
      CREATE INDEX people_household_id ON people (household_id);
      CREATE INDEX people_phone_mark ON people (phone_mark) WHERE phone_mark IS NOT NULL;
      CREATE UNIQUE INDEX people_one_head ON people (household_id) WHERE relationship = 'head' AND died_on IS NULL AND left_on IS NULL;
      COMMENT ON TABLE people IS 'Members of households, also those who died or left; what is null is not known';
      COMMENT ON COLUMN people.position IS 'Place in the household, as it was written down';
      COMMENT ON COLUMN people.phone_sealed IS 'Encrypted; found by phone_mark, a keyed blind index';
      COMMENT ON COLUMN people.left_on IS 'The day on which the person was no longer a member, without having died';
      REVOKE DELETE, TRUNCATE ON people FROM janela_app;`);
  }

  private async createIdentifiers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identifiers (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        area_code text NOT NULL,
        type text NOT NULL,
        value_sealed text NOT NULL,
        mark text NOT NULL,
        CONSTRAINT identifiers_person FOREIGN KEY (person_id, area_code) REFERENCES people (id, area_code) ON UPDATE CASCADE,
        CONSTRAINT identifiers_one_of_a_type UNIQUE (person_id, type)
      );
      CREATE INDEX identifiers_mark ON identifiers (mark);
      COMMENT ON TABLE identifiers IS 'Official numbers of people; one number may stand twice, which is then a possible duplicate';
      COMMENT ON COLUMN identifiers.value_sealed IS 'Encrypted; found by mark, a keyed blind index of type and value';`);
  }
}
