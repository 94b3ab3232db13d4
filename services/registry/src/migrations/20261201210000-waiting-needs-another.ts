import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever sent a file does not decide that its form is about a household that is there already. */
export class WaitingNeedsAnother20261201210000 implements MigrationInterface {
  readonly name = 'WaitingNeedsAnother20261201210000';

  async up(runner: QueryRunner): Promise<void> {
    // The policies hold for the owner too, and what waits may lie anywhere.
    await runner.query(`SELECT set_config('janela.areas', '{""}', true)`);
    await runner.query(`
      ALTER TABLE import_waiting ADD sent_by text;
      UPDATE import_waiting w SET sent_by = i.actor FROM imports i WHERE i.id = w.import_id AND w.state = 'waiting';
      ALTER TABLE import_waiting
        ADD CONSTRAINT import_waiting_sent_by_somebody CHECK (state <> 'waiting' OR sent_by IS NOT NULL),
        ADD CONSTRAINT import_waiting_accepted_by_another CHECK (state <> 'accepted' OR decided_by IS DISTINCT FROM sent_by);
      COMMENT ON COLUMN import_waiting.sent_by IS 'Who sent the file; unknown only of forms that were decided before it was kept';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_waiting DROP CONSTRAINT import_waiting_accepted_by_another,
        DROP CONSTRAINT import_waiting_sent_by_somebody, DROP sent_by;`);
  }
}
