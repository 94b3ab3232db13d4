import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotes20261120120000 implements MigrationInterface {
  readonly name = 'CreateNotes20261120120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notes (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        area_code text NOT NULL,
        title text NOT NULL CONSTRAINT notes_title_once UNIQUE,
        stars integer NOT NULL DEFAULT 0 CONSTRAINT notes_stars_five CHECK (stars BETWEEN 0 AND 5),
        version integer NOT NULL DEFAULT 1
      );
      ${enableAreaPolicy('notes')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${disableAreaPolicy('notes')} DROP TABLE notes`);
  }
}
