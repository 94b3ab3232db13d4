import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Funds, settlements and reissues each had a function of their own that said the same. */
export class DecideOnce20261201210100 implements MigrationInterface {
  readonly name = 'DecideOnce20261201210100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION is_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a row of % that is % stays so', TG_TABLE_NAME, OLD.state USING ERRCODE = 'check_violation';
        END $$;
    `);
    for (const [table, waits] of tables)
      await runner.query(`
        DROP TRIGGER ${table}_decided_once ON ${table};
        DROP FUNCTION ${table}_are_decided_once();
        CREATE TRIGGER ${table}_decided_once BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (OLD.state <> '${waits}')
          EXECUTE FUNCTION is_decided_once();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, waits] of tables)
      await runner.query(`
        DROP TRIGGER ${table}_decided_once ON ${table};
        CREATE FUNCTION ${table}_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            RAISE EXCEPTION '${table} that are % stay so', OLD.state USING ERRCODE = 'check_violation';
          END $$;
        CREATE TRIGGER ${table}_decided_once BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (OLD.state <> '${waits}')
          EXECUTE FUNCTION ${table}_are_decided_once();
      `);
    await runner.query('DROP FUNCTION is_decided_once()');
  }
}

const tables = [
  ['funds', 'proposed'],
  ['settlements', 'proposed'],
  ['reissues', 'requested'],
] as const;
