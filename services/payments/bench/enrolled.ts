import { randomUUID } from 'node:crypto';

import pg from 'pg';

/** Fills the database with a programme and so many enrolments, each with a payee at one provider. No one can be named: it is a bench. */
export async function enrolAll(migratorUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl, options: '-c janela.areas={""}' });
  await client.connect();
  try {
    const programmeId = randomUUID();
    await client.query(
      `INSERT INTO programmes (id, code, version, title, currency, frequency) VALUES ($1, 'SCT', 1, '{"en": "Transfer"}', 'ZMW', 'every_two_months')`,
      [programmeId],
    );
    await client.query(
      `INSERT INTO providers (code, name, channels) VALUES ('sandbox', '{"en": "Sandbox", "pt": "Sandbox", "fr": "Sandbox"}', '{mobile_money}')`,
    );
    await client.query(
      `INSERT INTO enrolments (id, programme_id, programme, household_id, covered_person_ids, area_code)
       SELECT uuidv7(), $1, 'SCT', uuidv7(), ARRAY[gen_random_uuid()], 'ZM104' || lpad((n % 12)::text, 3, '0') FROM generate_series(1, $2) n`,
      [programmeId, count],
    );
    await client.query(`INSERT INTO enrolment_spells (enrolment_id, from_on) SELECT id, '2026-01-01' FROM enrolments`);
    await client.query(
      `INSERT INTO entitlements (enrolment_id, from_on, programme_version, amount_minor, currency, frequency)
       SELECT id, '2026-01-01', 1, 40000, 'ZMW', 'every_two_months' FROM enrolments`,
    );
    await client.query(
      `INSERT INTO payees (id, household_id, person_id, channel, provider, details, account_mark, current, designated_at)
       SELECT uuidv7(), household_id, gen_random_uuid(), 'mobile_money', 'sandbox', 'sealed', md5(id::text), true, now() FROM enrolments`,
    );
    await client.query(
      `INSERT INTO households (id, payment_consent, payee_id) SELECT household_id, true, id FROM payees`,
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Seconds that it takes to insert the rows of a cycle once more, into a table that has the same columns, checks and indexes. */
export async function insertAgain(migratorUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: migratorUrl, options: '-c janela.areas={""}' });
  await client.connect();
  try {
    await client.query('CREATE TABLE floor (LIKE payments INCLUDING ALL)');
    const began = performance.now();
    await client.query('INSERT INTO floor SELECT * FROM payments');
    return (performance.now() - began) / 1_000;
  } finally {
    await client.query('DROP TABLE IF EXISTS floor');
    await client.end();
  }
}
