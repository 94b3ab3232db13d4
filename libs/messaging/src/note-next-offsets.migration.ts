import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a consumer goes on in each partition, so that it sees when the broker has deleted records that it never read. */
export class NoteNextOffsets20261201035500 implements MigrationInterface {
  readonly name = 'NoteNextOffsets20261201035500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_starts ADD COLUMN next_offset bigint');
    await runner.query(
      `COMMENT ON COLUMN inbox_starts.next_offset IS 'The record after all that the consumer has begun with; null until it begins again'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_starts DROP COLUMN next_offset');
  }
}
