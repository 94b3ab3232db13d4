import { readFileSync } from 'node:fs';

import { randomOf } from '@janela/testing';
import pg from 'pg';

import { nameKeys } from '../src/names/name-words.ts';
import { countryPath } from '../test/country.ts';

const batch = 100_000;
/** From so many entries names are drawn; each name has as many of them as it is common. */
const entries = 50_000;
/** How often a name is written otherwise than most people write it. */
const misspelt = 0.04;
const uses = ['female', 'male', 'family'] as const;

/**
 * Fills an empty register with so many people, five to a household, in all districts of the country: names as often as the country's
 * list says, some of them misspelt. By a few statements over sets, and through the same triggers as all others.
 */
export async function fillRegister(url: string, people: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET janela.areas = '{""}'`);
    await client.query('SELECT setseed(0.5)');
    await client.query('CREATE TEMP TABLE pool (use text, entry int, name text, keys text[])');
    for (const use of uses) await fillPool(client, use);
    await client.query('CREATE INDEX ON pool (use, entry); ANALYZE pool');
    const districts = districtsOf(readFileSync(countryPath('areas.csv'), 'utf8'));
    // An index is made faster than it grows.
    await client.query('DROP INDEX person_keys_words, person_keys_sounds');
    for (let first = 0; first < people; first += batch)
      await client.query(fillSql, [first, Math.min(first + batch, people) - 1, districts, entries]);
    await client.query('CREATE INDEX person_keys_words ON person_keys USING gin (words, within)');
    await client.query('CREATE INDEX person_keys_sounds ON person_keys USING gin (sounds)');
    await client.query('VACUUM (ANALYZE) households, people, person_keys, identifiers, name_words');
  } finally {
    await client.end();
  }
}

async function fillPool(client: pg.Client, use: (typeof uses)[number]): Promise<void> {
  const random = randomOf(use.length);
  const names = readFileSync(countryPath('names.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
    .flatMap(([, of, name = '', weight]) => (of === use ? [{ name, weight: Number(weight) }] : []));
  const total = names.reduce((sum, { weight }) => sum + weight, 0);
  const picked = names.flatMap(({ name, weight }) =>
    Array.from({ length: Math.ceil((weight / total) * entries) }, () => name),
  );
  const written = random
    .shuffle(picked)
    .slice(0, entries)
    .map((name) => (random.next() < misspelt ? misspell(name, random) : name));
  await client.query(
    `INSERT INTO pool SELECT $1, entry - 1, name, string_to_array(keys, ' ')
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS row (name, keys, entry)`,
    [use, written, written.map((name) => nameKeys(name).join(' '))],
  );
}

/** A letter too few, or one twice, or two swapped. */
function misspell(name: string, random: ReturnType<typeof randomOf>): string {
  const at = random.between(1, Math.max(1, name.length - 2));
  const [before, letter = '', next = '', after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
  return `${before}${random.pick([next, `${letter}${letter}${next}`, `${next}${letter}`])}${after}`;
}

function districtsOf(csv: string): string[] {
  return csv.split('\n').flatMap((line) => /^(ZM\d{6}),/.exec(line)?.[1] ?? []);
}

/** People $1 to $2, in households of five, in the districts $3. */
const fillSql = `
  WITH numbered AS MATERIALIZED (
    SELECT place, floor(random() * $4)::int AS given, floor(random() * $4)::int AS second, floor(random() * $4)::int AS family,
      random() < 0.4 AS has_second, CASE WHEN random() < 0.52 THEN 'female' ELSE 'male' END AS sex,
      ($3::text[])[1 + (place / 5) % cardinality($3::text[])] AS area_code, date '1936-01-01' + floor(power(random(), 0.6) * 32800)::int AS born_on
    FROM generate_series($1::int, $2::int) AS place
  ), named AS MATERIALIZED (
    SELECT place, area_code, numbered.sex, born_on, md5('household' || place / 5)::uuid AS household_id,
      CASE WHEN has_second THEN g.name || ' ' || s.name ELSE g.name END AS given_names, f.name AS family_name,
      CASE WHEN has_second THEN g.keys || s.keys ELSE g.keys END || f.keys AS keys
    FROM numbered
    JOIN pool g ON g.use = numbered.sex AND g.entry = given
    JOIN pool s ON s.use = numbered.sex AND s.entry = second
    JOIN pool f ON f.use = 'family' AND f.entry = family
  ), homes AS (
    INSERT INTO households (id, number, area_code, state, version, source, registered_at, updated_at)
    SELECT DISTINCT household_id, area_code || '-' || lpad((900000 + place / 5)::text, 9, '1') || '-0', area_code, 'active', 1, 'import', now(), now() FROM named
  ), inserted AS (
    INSERT INTO people (id, household_id, area_code, position, given_names, family_name, name_words, name_whole, sex, born_on,
      born_on_precision, relationship, phone_sealed, phone_mark, phone_masked)
    SELECT md5('person' || place)::uuid, household_id, area_code, place % 5, given_names, family_name, keys,
      array_to_string(ARRAY(SELECT unnest(keys) ORDER BY 1), ' '), sex, born_on, 'day', CASE WHEN place % 5 = 0 THEN 'head' ELSE 'child' END,
      CASE WHEN place % 2 = 0 THEN 'sealed' END, CASE WHEN place % 2 = 0 THEN md5('phone' || place) END,
      CASE WHEN place % 2 = 0 THEN '•••' END
    FROM named
  )
  INSERT INTO identifiers (id, person_id, area_code, type, value_sealed, mark, value_masked)
  SELECT md5('identifier' || place)::uuid, md5('person' || place)::uuid, area_code, 'ZM-NRC', 'sealed', md5('mark' || place), '•••'
  FROM named WHERE place % 2 = 0`;
