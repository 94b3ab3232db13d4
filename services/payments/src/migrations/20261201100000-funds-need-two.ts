import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FundsNeedTwo20261201100000 implements MigrationInterface {
  readonly name = 'FundsNeedTwo20261201100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE funds
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN state text NOT NULL DEFAULT 'approved',
        ADD COLUMN decided_by text,
        ADD COLUMN decided_at timestamptz,
        ADD COLUMN refusal text;
      UPDATE funds SET decided_by = 'system:payments', decided_at = added_at;
      ALTER TABLE funds
        ALTER COLUMN state SET DEFAULT 'proposed',
        ADD CONSTRAINT funds_state_known CHECK (state IN ('proposed', 'approved', 'refused')),
        ADD CONSTRAINT funds_decided_by_another CHECK (decided_by <> added_by),
        ADD CONSTRAINT funds_decided_by_somebody CHECK
          ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        ADD CONSTRAINT funds_refused_with_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        DROP CONSTRAINT funds_reference_once;
      CREATE UNIQUE INDEX funds_reference_once ON funds (programme, source, reference) WHERE state <> 'refused';
      COMMENT ON TABLE funds IS 'Money that a programme is given to spend; once approved by a second person, one transaction of the ledger';
      GRANT UPDATE (version, state, decided_by, decided_at, refusal) ON funds TO janela_app;

      CREATE FUNCTION funds_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'funds that are % stay so', OLD.state USING ERRCODE = 'check_violation';
        END $$;
      CREATE TRIGGER funds_decided_once BEFORE UPDATE ON funds FOR EACH ROW WHEN (OLD.state <> 'proposed')
        EXECUTE FUNCTION funds_are_decided_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER funds_decided_once ON funds;
      DROP FUNCTION funds_are_decided_once();
      REVOKE UPDATE (version, state, decided_by, decided_at, refusal) ON funds FROM janela_app;
      DROP INDEX funds_reference_once;
      -- Before, whatever was here had been given.
      DELETE FROM funds WHERE state <> 'approved';
      ALTER TABLE funds DROP COLUMN version, DROP COLUMN state, DROP COLUMN decided_by, DROP COLUMN decided_at,
        DROP COLUMN refusal, ADD CONSTRAINT funds_reference_once UNIQUE (programme, source, reference);
    `);
  }
}
