import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutcomes20261120090400 implements MigrationInterface {
  readonly name = 'CreateOutcomes20261120090400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outcomes (
        id uuid PRIMARY KEY,
        instruction_id uuid NOT NULL,
        payment_id uuid,
        cycle_id uuid,
        provider text NOT NULL,
        status text NOT NULL CONSTRAINT outcomes_status_known
          CHECK (status IN ('pending', 'paid', 'failed', 'returned', 'unknown')),
        reason_code text,
        amount_minor bigint,
        currency text,
        provider_reference text NOT NULL,
        occurred_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        verdict text NOT NULL CONSTRAINT outcomes_verdict_known CHECK (verdict IN
          ('applied', 'noted', 'late', 'amount', 'currency', 'date', 'after_final', 'unknown_instruction')),
        due_minor bigint,
        CONSTRAINT outcomes_said_once UNIQUE NULLS NOT DISTINCT
          (instruction_id, status, provider_reference, provider, amount_minor, currency)
      );
      CREATE INDEX outcomes_differences ON outcomes (id) WHERE verdict NOT IN ('applied', 'noted', 'late');
      CREATE INDEX outcomes_differences_cycle ON outcomes (cycle_id) WHERE verdict NOT IN ('applied', 'noted', 'late');
      COMMENT ON TABLE outcomes IS 'What providers said, once each, and what was made of it';
      COMMENT ON COLUMN outcomes.verdict IS 'All but applied, noted and late is a difference: it changed no balance';

      CREATE TABLE difference_settlements (
        outcome_id uuid PRIMARY KEY REFERENCES outcomes,
        resolution text NOT NULL CONSTRAINT difference_settlements_resolution_known
          CHECK (resolution IN ('accepted', 'dismissed')),
        note text NOT NULL,
        by_actor text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE difference_settlements IS 'What a person found out about a difference';
      REVOKE UPDATE, DELETE, TRUNCATE ON outcomes, difference_settlements FROM janela_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE difference_settlements, outcomes');
  }
}
