import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Numbered {
  id: string;
  /** Within what the number counts once. */
  scope: string;
  number: string;
}

/** A receipt or a warrant counts once, however its number is written. */
export class CompareNumbersByKey20261201230000 implements MigrationInterface {
  readonly name = 'CompareNumbersByKey20261201230000';

  async up(runner: QueryRunner): Promise<void> {
    // The policies hold for the owner too, and what is there may lie anywhere.
    await runner.query(`SELECT set_config('janela.areas', '{""}', true)`);
    await runner.query(`
      ALTER TABLE contributions ADD receipt_key text;
      ALTER TABLE funds ADD reference_key text;
      ALTER TABLE funds DISABLE TRIGGER funds_decided_once;`);
    await fill(
      runner,
      'contributions',
      'receipt_key',
      'SELECT id, programme AS scope, receipt AS number FROM contributions',
    );
    await fill(
      runner,
      ...(['funds', 'reference_key'] as const),
      `SELECT id, CASE state WHEN 'refused' THEN id::text ELSE programme || ' ' || source END AS scope, reference AS number FROM funds`,
    );
    await runner.query(`
      ALTER TABLE funds ENABLE TRIGGER funds_decided_once;
      ALTER TABLE contributions ALTER receipt_key SET NOT NULL, DROP CONSTRAINT contributions_receipt_once,
        ADD CONSTRAINT contributions_receipt_once UNIQUE (programme, receipt_key);
      ALTER TABLE funds ALTER reference_key SET NOT NULL;
      DROP INDEX funds_reference_once;
      CREATE UNIQUE INDEX funds_reference_once ON funds (programme, source, reference_key) WHERE state <> 'refused';
      COMMENT ON COLUMN contributions.receipt_key IS 'The number of the receipt as it is compared: small letters, no spaces, no accents';
      COMMENT ON COLUMN funds.reference_key IS 'The reference as it is compared: small letters, no spaces, no accents';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contributions DROP CONSTRAINT contributions_receipt_once, DROP receipt_key,
        ADD CONSTRAINT contributions_receipt_once UNIQUE (programme, receipt);
      DROP INDEX funds_reference_once;
      ALTER TABLE funds DROP reference_key;
      CREATE UNIQUE INDEX funds_reference_once ON funds (programme, source, reference) WHERE state <> 'refused';`);
  }
}

/** Where two numbers were told apart by nothing but their writing, the later one keeps its id as a part of the key. */
async function fill(runner: QueryRunner, table: 'contributions' | 'funds', column: string, sql: string): Promise<void> {
  const rows = (await runner.query(`${sql} ORDER BY id`)) as Numbered[];
  const taken = new Set<string>();
  const keys = rows.map(({ id, scope, number }) => {
    const plain = plainOf(number);
    const key = taken.has(`${scope} ${plain}`) ? `${plain}#${id}` : plain;
    taken.add(`${scope} ${key}`);
    return key;
  });
  await runner.query(
    `UPDATE ${table} t SET ${column} = k.key FROM unnest($1::uuid[], $2::text[]) AS k (id, key) WHERE t.id = k.id`,
    [rows.map(({ id }) => id), keys],
  );
}

/** How numbers are compared as this migration is written; it stays so, whatever becomes of the code. */
function plainOf(number: string): string {
  const plain = number
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
  return plain === '' ? number : plain;
}
