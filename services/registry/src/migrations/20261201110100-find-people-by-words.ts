import type { MigrationInterface, QueryRunner } from 'typeorm';

import { nameColumns } from './20261201110100-name-words.ts';

const batch = 5_000;

/**
 * People are found by the words of their names as well as by their sounds. The words are made in one place, people/name-words.ts,
 * and stored with the person; a trigger copies them to `person_keys`, as before. `within` is what narrows a search, in the same
 * index: the beginnings of the area's code, and the year of birth. `name_words` holds every word once, so that a slip of the pen is
 * looked for among some thousands of words and not among people; like `person_keys` it says nothing of who is called so.
 */
export class FindPeopleByWords20261201110100 implements MigrationInterface {
  readonly name = 'FindPeopleByWords20261201110100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createFunctions(runner);
    await this.createTables(runner);
    await this.keepKeys(runner);
    await this.fill(runner);
    await runner.query(`
      ALTER TABLE people ALTER COLUMN name_words SET NOT NULL, ALTER COLUMN name_whole SET NOT NULL;
      ALTER TABLE person_keys ALTER COLUMN words SET NOT NULL, ALTER COLUMN whole SET NOT NULL, ALTER COLUMN within SET NOT NULL;
      CREATE INDEX person_keys_words ON person_keys USING gin (words, within);
      CREATE INDEX person_keys_whole ON person_keys (whole);
      CREATE INDEX person_keys_born_on ON person_keys (born_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION keep_person_keys() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO person_keys (person_id, area_code, born_on, sounds)
        SELECT id, area_code, born_on, name_sounds(given_names) || name_sounds(family_name) FROM written
        ON CONFLICT (person_id) DO UPDATE
        SET area_code = excluded.area_code, born_on = excluded.born_on, sounds = excluded.sounds;
        RETURN NULL;
      END $$;
      ALTER TABLE person_keys DROP COLUMN words, DROP COLUMN whole, DROP COLUMN within;
      DROP INDEX person_keys_born_on;
      ALTER TABLE people DROP COLUMN name_words, DROP COLUMN name_whole;
      DROP TABLE name_words;
      DROP FUNCTION name_slips(text);
      DROP FUNCTION keys_within(text, date);
    `);
  }

  private async createFunctions(runner: QueryRunner): Promise<void> {
    // As people of the region write one another's names: l or r, mw or mu.
    const heard = `replace(translate(word, 'r', 'l'), 'mw', 'mu')`;
    // Names come here as plain words; those that come as they were written lose case and accents, whatever the database's language.
    const [signs, spaces] = [`'-._,/''’'`, `'       '`];
    const small = `lower(normalize(name, NFKD) COLLATE "pg_c_utf8")`;
    const plain = `translate(regexp_replace(${small}, '[\\u0300-\\u036f\\u064b-\\u065f]', '', 'g'), ${signs}, ${spaces})`;
    await runner.query(`
      CREATE OR REPLACE FUNCTION name_sounds(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (
        SELECT COALESCE(array_agg(DISTINCT sound), '{}')
        FROM string_to_table(${plain}, ' ') AS word, unnest(COALESCE(daitch_mokotoff(${heard}), ARRAY[word])) AS sound
        WHERE word <> ''
      );
      COMMENT ON FUNCTION name_sounds IS 'How the words of a name may sound (Daitch-Mokotoff), or the word itself where it has letters that have no sound there';

      CREATE FUNCTION name_slips(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (
        SELECT array_agg(DISTINCT left(word, place) || substr(word, place + 2)) || word
        FROM generate_series(0, length(word) - 1) AS place
      );
      COMMENT ON FUNCTION name_slips IS 'A word, and the word without each of its letters: words that are one slip apart share one of these';

      CREATE FUNCTION keys_within(area_code text, born_on date) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (
        SELECT array_agg(left(area_code, letters)) || to_char(born_on, 'YYYY') FROM generate_series(2, length(area_code)) AS letters
      );
      COMMENT ON FUNCTION keys_within IS 'What narrows a search: every beginning of the area code, and the year of birth';
    `);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people ADD COLUMN name_words text[], ADD COLUMN name_whole text;
      COMMENT ON COLUMN people.name_words IS 'The words by which the name is found (people/name-words.ts)';
      COMMENT ON COLUMN people.name_whole IS 'The words of the whole name, sorted';
      ALTER TABLE person_keys ADD COLUMN words text[], ADD COLUMN whole text, ADD COLUMN within text[];
      COMMENT ON TABLE person_keys IS 'What people are searched by: words and sounds of their names; kept by a trigger on people';
      COMMENT ON COLUMN person_keys.whole IS 'A hash of people.name_whole, which may be longer than an index takes';

      CREATE TABLE name_words (word text COLLATE "C" NOT NULL, slips text[] NOT NULL, sounds text[] NOT NULL);
      CREATE INDEX name_words_word ON name_words (word);
      CREATE INDEX name_words_slips ON name_words USING gin (slips);
      CREATE INDEX name_words_sounds ON name_words USING gin (sounds);
      COMMENT ON TABLE name_words IS 'The words that names are made of. One may stand twice: two people of a new name never wait for each other';
      REVOKE UPDATE, DELETE, TRUNCATE ON name_words FROM janela_app;
    `);
  }

  private async keepKeys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION keep_person_keys() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO person_keys AS keys (person_id, area_code, born_on, sounds, words, whole, within)
        SELECT id, area_code, born_on, name_sounds(array_to_string(name_words, ' ')), name_words, md5(name_whole), keys_within(area_code, born_on)
        FROM written
        ON CONFLICT (person_id) DO UPDATE
        SET area_code = excluded.area_code, born_on = excluded.born_on, sounds = excluded.sounds, words = excluded.words,
          whole = excluded.whole, within = excluded.within
        WHERE (keys.area_code, keys.born_on, keys.words, keys.whole) IS DISTINCT FROM
          (excluded.area_code, excluded.born_on, excluded.words, excluded.whole);
        INSERT INTO name_words (word, slips, sounds)
        SELECT word, name_slips(word), name_sounds(word)
        FROM (SELECT DISTINCT unnest(name_words) AS word FROM written) AS written_words
        WHERE NOT EXISTS (SELECT FROM name_words AS known WHERE known.word = written_words.word);
        RETURN NULL;
      END $$;
    `);
  }

  /** Everybody who is there already, of every area; the trigger does the rest. */
  private async fill(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('janela.areas', '{""}', true)`);
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const people = (await runner.query(
        'SELECT id, given_names AS "givenNames", family_name AS "familyName" FROM people WHERE id > $1 ORDER BY id LIMIT $2',
        [last, batch],
      )) as { id: string; givenNames: string; familyName: string }[];
      if (people.length === 0) return;
      const names = people.map((person) => ({ id: person.id, ...nameColumns(person) }));
      await runner.query(
        `UPDATE people SET name_words = string_to_array(row.words, ' '), name_whole = row.whole
         FROM unnest($1::uuid[], $2::text[], $3::text[]) AS row (id, words, whole) WHERE people.id = row.id`,
        [
          names.map(({ id }) => id),
          names.map(({ nameWords }) => nameWords.join(' ')),
          names.map(({ nameWhole }) => nameWhole),
        ],
      );
      last = people.at(-1)?.id ?? last;
    }
  }
}
