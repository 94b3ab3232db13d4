import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table that knows what a service still has to do, and when; the same in every database. */
export class CreateDueWork20261120081000 implements MigrationInterface {
  readonly name = 'CreateDueWork20261120081000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of dueWork) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE due_work');
  }
}

const dueWork = [
  `CREATE TABLE due_work (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    name text NOT NULL,
    key text NOT NULL,
    ids jsonb NOT NULL,
    due_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    hinted_at timestamptz,
    version int NOT NULL DEFAULT 1,
    attempts int NOT NULL DEFAULT 0 CONSTRAINT due_work_attempts_counted CHECK (attempts >= 0),
    last_error text,
    traceparent text,
    failed_at timestamptz,
    done_at timestamptz,
    CONSTRAINT due_work_one_end CHECK (done_at IS NULL OR failed_at IS NULL)
  ) WITH (fillfactor = 80)`,
  `COMMENT ON TABLE due_work IS 'What this service still has to do by itself; Redis holds only reminders of these rows'`,
  `COMMENT ON COLUMN due_work.next_at IS 'When to try next: due_at at first, then later by the back-off'`,
  `COMMENT ON COLUMN due_work.hinted_at IS 'When the queue was last told about it; told again if nothing comes of that'`,
  `COMMENT ON COLUMN due_work.version IS 'Grows whenever it is moved or begun, so that an overtaken attempt cannot end it'`,
  `COMMENT ON COLUMN due_work.attempts IS 'Counted when an attempt begins: work that kills its process is found by it'`,
  `COMMENT ON COLUMN due_work.last_error IS 'Kind and code of the last error, never its message, which may quote a person'`,
  `CREATE UNIQUE INDEX due_work_open_once ON due_work (name, key) WHERE done_at IS NULL AND failed_at IS NULL`,
  `CREATE INDEX due_work_next ON due_work (next_at) WHERE done_at IS NULL AND failed_at IS NULL`,
  `CREATE INDEX due_work_failed ON due_work (failed_at) WHERE failed_at IS NOT NULL`,
  `CREATE INDEX due_work_done ON due_work (done_at) WHERE done_at IS NOT NULL`,
];

/** What a service that has jobs adds to its own list of migrations, before them. */
export const jobMigrations = [CreateDueWork20261120081000];
