import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was known of a payment when its settlement was proposed; absent in settlements of before, and where it is about none. */
export class KeepWhatWasKnown20261203000000 implements MigrationInterface {
  readonly name = 'KeepWhatWasKnown20261203000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlements ADD COLUMN known_state text, ADD COLUMN known_minor bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlements DROP COLUMN known_state, DROP COLUMN known_minor');
  }
}
