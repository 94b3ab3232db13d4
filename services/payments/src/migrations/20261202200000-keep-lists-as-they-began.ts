import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list begins open, and keeps its id. */
export class KeepListsAsTheyBegan20261202200000 implements MigrationInterface {
  readonly name = 'KeepListsAsTheyBegan20261202200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION cycle_begins_open() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a cycle begins open, and keeps its id' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END $$;
      CREATE TRIGGER cycles_begin_open BEFORE INSERT ON cycles FOR EACH ROW WHEN (NEW.state <> 'open') EXECUTE FUNCTION cycle_begins_open();
      CREATE TRIGGER cycles_keep_id BEFORE UPDATE OF id ON cycles FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION cycle_begins_open();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER cycles_keep_id ON cycles;
      DROP TRIGGER cycles_begin_open ON cycles;
      DROP FUNCTION cycle_begins_open();
    `);
  }
}
