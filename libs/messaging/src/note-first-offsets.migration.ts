import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a consumer began to read each partition: whoever began with its first record knows that it missed nothing. */
export class NoteFirstOffsets20261201220000 implements MigrationInterface {
  readonly name = 'NoteFirstOffsets20261201220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_starts ADD COLUMN first_offset bigint');
    await runner.query(
      `COMMENT ON COLUMN inbox_starts.first_offset IS 'The first record that the consumer ever began with; null for one that is older than this column'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_starts DROP COLUMN first_offset');
  }
}
