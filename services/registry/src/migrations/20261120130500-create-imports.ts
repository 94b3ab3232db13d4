import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports20261120130500 implements MigrationInterface {
  readonly name = 'CreateImports20261120130500';

  async up(runner: QueryRunner): Promise<void> {
    await this.createImports(runner);
    await this.createWaiting(runner);
    await this.createForms(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_forms, import_errors, import_chunks, import_parts, imports');
  }

  private async createImports(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        state text NOT NULL CONSTRAINT imports_state_known CHECK (state IN ('received', 'checking', 'writing', 'finished', 'failed')),
        file_name text NOT NULL,
        bytes bigint NOT NULL,
        bytes_checked bigint NOT NULL,
        actor text NOT NULL,
        actor_name text NOT NULL,
        actor_kind text NOT NULL,
        actor_areas text[] NOT NULL,
        rows integer NOT NULL,
        rows_with_errors integer NOT NULL,
        taken integer NOT NULL,
        unchanged integer NOT NULL,
        refused integer NOT NULL,
        chunks integer NOT NULL,
        chunks_written integer NOT NULL,
        failure text,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT imports_failed_with_code CHECK ((state = 'failed') = (failure IS NOT NULL)),
        CONSTRAINT imports_ended CHECK ((state IN ('finished', 'failed')) = (finished_at IS NOT NULL)),
        CONSTRAINT imports_written_of_checked CHECK (chunks_written <= chunks)
      );
      COMMENT ON TABLE imports IS 'Files of households; checked as a whole before the first household is written';
      COMMENT ON COLUMN imports.actor_areas IS 'Where the person who sent the file may register; a household elsewhere is refused';
      COMMENT ON COLUMN imports.chunks_written IS 'Where to go on after an interruption';
      REVOKE DELETE, TRUNCATE ON imports FROM janela_app;`);
  }

  /** What of a file waits, and what was wrong with it; all of it goes again. */
  private async createWaiting(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_parts (
        import_id uuid NOT NULL,
        number integer NOT NULL,
        sealed text NOT NULL,
        PRIMARY KEY (import_id, number)
      );
      COMMENT ON TABLE import_parts IS 'The file as it came, compressed and encrypted; gone once it is checked';

      CREATE TABLE import_chunks (
        import_id uuid NOT NULL,
        number integer NOT NULL,
        sealed text NOT NULL,
        PRIMARY KEY (import_id, number)
      );
      COMMENT ON TABLE import_chunks IS 'Checked households that wait to be written, compressed and encrypted';

      CREATE TABLE import_errors (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        import_id uuid NOT NULL,
        line integer NOT NULL,
        household_ref text NOT NULL,
        column_name text NOT NULL,
        code text NOT NULL,
        value_sealed text
      );
      CREATE INDEX import_errors_import_id ON import_errors (import_id, line, id);
      COMMENT ON COLUMN import_errors.value_sealed IS 'What the cell held, encrypted';`);
  }

  private async createForms(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_forms (
        household_ref text PRIMARY KEY,
        household_id uuid NOT NULL,
        parts jsonb NOT NULL,
        members jsonb NOT NULL
      );
      COMMENT ON TABLE imported_forms IS 'What each form said when it was imported last, as keyed prints: a corrected file changes only what it corrects';
      COMMENT ON COLUMN imported_forms.members IS '[{"personId": …, "print": …}] in the order of the form';
      REVOKE DELETE, TRUNCATE ON imported_forms FROM janela_app;`);
  }
}
