import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBook20261120090000 implements MigrationInterface {
  readonly name = 'CreateBook20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE behaviours (
        about text NOT NULL CONSTRAINT behaviours_about_known CHECK (about IN ('account', 'amount', 'otherwise')),
        value text NOT NULL,
        outcome text NOT NULL,
        PRIMARY KEY (about, value)
      );
      COMMENT ON COLUMN behaviours.value IS 'The last two characters of an account, an amount in minor units, or nothing';
      INSERT INTO behaviours (about, value, outcome) VALUES
        ('account', '01', 'failed'), ('account', '02', 'returned'), ('account', '03', 'late'), ('account', '04', 'silent'),
        ('account', '05', 'duplicate'), ('otherwise', '', 'paid');

      CREATE TABLE instructions (
        id uuid PRIMARY KEY,
        payment_id uuid NOT NULL,
        end_to_end_id text NOT NULL CONSTRAINT instructions_end_to_end_id_once UNIQUE,
        amount_minor bigint NOT NULL,
        currency text NOT NULL,
        outcome text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE instructions IS 'What we were told to pay, once each; whom is forgotten at once';
      COMMENT ON COLUMN instructions.outcome IS 'What was chosen for it when it came first; it stays that';

      CREATE TABLE movements (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        instruction_id uuid NOT NULL REFERENCES instructions,
        direction text NOT NULL CONSTRAINT movements_direction_known CHECK (direction IN ('out', 'back')),
        amount_minor bigint NOT NULL,
        currency text NOT NULL,
        reference text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT movements_once UNIQUE (instruction_id, direction)
      );
      COMMENT ON TABLE movements IS 'The book of the pretend company: money that left it, and money that came back';

      CREATE TABLE answers (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        instruction_id uuid NOT NULL REFERENCES instructions,
        status text NOT NULL,
        reason_code text,
        amount_minor bigint,
        currency text,
        reference text NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX answers_instruction ON answers (instruction_id);
      COMMENT ON TABLE answers IS 'What we said of an instruction, to be said again in the same words when we are asked';

      REVOKE UPDATE, DELETE, TRUNCATE ON instructions, movements, answers FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE answers, movements, instructions, behaviours');
  }
}
