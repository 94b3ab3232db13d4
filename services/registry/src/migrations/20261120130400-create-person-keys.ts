import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Under row-level security Postgres uses an index only for operators that it knows to leak nothing, and "these arrays overlap" is
 * not one of them: a search by sound would read every person of the register. So what is searched stands in a table of its own
 * that holds no name, and who is found there is looked up in `people`, behind the policy.
 */
export class CreatePersonKeys20261120130400 implements MigrationInterface {
  readonly name = 'CreatePersonKeys20261120130400';

  async up(runner: QueryRunner): Promise<void> {
    // As people of the region write one another's names: l or r, mw or mu.
    const heard = `replace(translate(lower(name), '-r', ' l'), 'mw', 'mu')`;
    const words = [1, 2, 3, 4].map((place) => `COALESCE(daitch_mokotoff(split_part(${heard}, ' ', ${place})), '{}')`);
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

      CREATE FUNCTION name_sounds(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN ${words.join(' || ')};
      COMMENT ON FUNCTION name_sounds IS 'How the first words of a name may sound (Daitch-Mokotoff); names written differently share a sound';

      CREATE TABLE person_keys (
        person_id uuid PRIMARY KEY,
        area_code text NOT NULL,
        born_on date NOT NULL,
        sounds text[] NOT NULL
      );
      CREATE INDEX person_keys_sounds ON person_keys USING gin (sounds);
      COMMENT ON TABLE person_keys IS 'What people are searched by: sounds, not names; kept by a trigger on people';

      CREATE FUNCTION keep_person_keys() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO person_keys (person_id, area_code, born_on, sounds)
        SELECT id, area_code, born_on, name_sounds(given_names) || name_sounds(family_name) FROM written
        ON CONFLICT (person_id) DO UPDATE
        SET area_code = excluded.area_code, born_on = excluded.born_on, sounds = excluded.sounds;
        RETURN NULL;
      END $$;
      CREATE TRIGGER people_inserted AFTER INSERT ON people REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION keep_person_keys();
      CREATE TRIGGER people_updated AFTER UPDATE ON people REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION keep_person_keys();
      REVOKE DELETE, TRUNCATE ON person_keys FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER people_inserted ON people;
      DROP TRIGGER people_updated ON people;
      DROP FUNCTION keep_person_keys();
      DROP TABLE person_keys;
      DROP FUNCTION name_sounds(text);
      DROP EXTENSION fuzzystrmatch;
    `);
  }
}
