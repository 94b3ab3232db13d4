import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SettlementsNeedTwo20261201100100 implements MigrationInterface {
  readonly name = 'SettlementsNeedTwo20261201100100';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...settlements, ...ledger, ...payments]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of undone) await runner.query(sql);
  }
}

const settlements = [
  `CREATE TABLE settlements (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'proposed' CONSTRAINT settlements_state_known CHECK (state IN ('proposed', 'confirmed', 'refused')),
    outcome_id uuid REFERENCES outcomes,
    payment_id uuid,
    resolution text NOT NULL CONSTRAINT settlements_resolution_known CHECK (resolution IN ('accepted', 'dismissed')),
    outcome text CONSTRAINT settlements_outcome_known CHECK (outcome IN ('paid', 'failed', 'returned')),
    paid_minor bigint CONSTRAINT settlements_paid_minor_not_negative CHECK (paid_minor >= 0),
    evidence text NOT NULL,
    document_reference text NOT NULL,
    reason text NOT NULL,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    decided_by text,
    decided_at timestamptz,
    refusal text,
    recoverable_minor bigint NOT NULL DEFAULT 0,
    CONSTRAINT settlements_decided_by_another CHECK (decided_by <> proposed_by),
    CONSTRAINT settlements_decided_by_somebody CHECK
      ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT settlements_refused_with_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT settlements_about_something CHECK
      ((outcome_id IS NOT NULL AND outcome IS NULL) OR (outcome_id IS NULL AND outcome IS NOT NULL AND payment_id IS NOT NULL))
  )`,
  `CREATE UNIQUE INDEX settlements_difference_once ON settlements (outcome_id) WHERE state <> 'refused' AND outcome_id IS NOT NULL`,
  `CREATE UNIQUE INDEX settlements_payment_once ON settlements (payment_id) WHERE state = 'proposed' AND outcome_id IS NULL`,
  `CREATE INDEX settlements_proposed ON settlements (id) WHERE state = 'proposed'`,
  `COMMENT ON TABLE settlements IS 'What people found out about a difference, or about a payment whose provider is silent'`,
  `COMMENT ON COLUMN settlements.recoverable_minor IS 'What was paid beyond anything due, in the account recoverable; below zero, what came back of that'`,
  `INSERT INTO settlements (state, outcome_id, payment_id, resolution, evidence, document_reference, reason, proposed_by,
     proposed_at, decided_by, decided_at)
   SELECT 'confirmed', s.outcome_id, o.payment_id, s.resolution, 'other', '-', s.note, s.by_actor, s.at, 'system:payments', s.at
   FROM difference_settlements s JOIN outcomes o ON o.id = s.outcome_id`,
  `DROP TABLE difference_settlements`,
  `CREATE INDEX outcomes_differences_payment ON outcomes (payment_id) WHERE verdict NOT IN ('applied', 'noted', 'late')`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON settlements FROM janela_app`,
  `GRANT UPDATE (version, state, decided_by, decided_at, refusal, recoverable_minor) ON settlements TO janela_app`,
  `CREATE FUNCTION settlements_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a settlement that is % stays so', OLD.state USING ERRCODE = 'check_violation';
    END $$`,
  `CREATE TRIGGER settlements_decided_once BEFORE UPDATE ON settlements FOR EACH ROW WHEN (OLD.state <> 'proposed')
    EXECUTE FUNCTION settlements_are_decided_once()`,
];

/** A payment moves by itself once for each kind of posting; a settlement may post the same kind again, but only once itself. */
const ledger = [
  `ALTER TABLE ledger_transactions ADD COLUMN settlement_id uuid`,
  `DROP INDEX ledger_transactions_payment_once`,
  `CREATE UNIQUE INDEX ledger_transactions_payment_once ON ledger_transactions (payment_id, what)
    WHERE payment_id IS NOT NULL AND settlement_id IS NULL`,
  `CREATE UNIQUE INDEX ledger_transactions_settlement_once ON ledger_transactions (settlement_id, what) WHERE settlement_id IS NOT NULL`,
];

const payments = [
  `ALTER TABLE payments ADD COLUMN settlement_id uuid`,
  `COMMENT ON COLUMN payments.settlement_id IS 'The settlement that moved it last: what its provider says after that moves it no more'`,
  `GRANT UPDATE (settlement_id) ON payments TO janela_app`,
  `CREATE INDEX payments_enrolment_period ON payments (enrolment_id, period)`,
  // What failed or came back may turn out to have been paid; that is for two people to say, and never for a provider alone.
  `DROP TRIGGER payments_move_on ON payments`,
  `CREATE TRIGGER payments_move_on BEFORE UPDATE OF state ON payments FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND NOT (OLD.state IN ('failed', 'returned') AND NEW.state = 'paid'
      AND NEW.settlement_id IS DISTINCT FROM OLD.settlement_id))
    EXECUTE FUNCTION payment_moves_on()`,
  `CREATE FUNCTION payment_is_settled_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM settlements WHERE id = NEW.settlement_id AND state = 'confirmed') THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a payment is settled by a settlement that two people made' USING ERRCODE = 'check_violation';
    END $$`,
  `CREATE TRIGGER payments_settled_by_two BEFORE UPDATE OF settlement_id ON payments FOR EACH ROW
    WHEN (OLD.settlement_id IS DISTINCT FROM NEW.settlement_id) EXECUTE FUNCTION payment_is_settled_by_two()`,
];

const undone = [
  `DROP TRIGGER payments_settled_by_two ON payments`,
  `DROP FUNCTION payment_is_settled_by_two()`,
  `DROP TRIGGER payments_move_on ON payments`,
  `CREATE TRIGGER payments_move_on BEFORE UPDATE OF state ON payments FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION payment_moves_on()`,
  `DROP INDEX payments_enrolment_period`,
  `ALTER TABLE payments DROP COLUMN settlement_id`,
  `DROP INDEX ledger_transactions_settlement_once`,
  `DROP INDEX ledger_transactions_payment_once`,
  `CREATE UNIQUE INDEX ledger_transactions_payment_once ON ledger_transactions (payment_id, what) WHERE payment_id IS NOT NULL`,
  `ALTER TABLE ledger_transactions DROP COLUMN settlement_id`,
  `CREATE TABLE difference_settlements (
    outcome_id uuid PRIMARY KEY REFERENCES outcomes,
    resolution text NOT NULL CONSTRAINT difference_settlements_resolution_known CHECK (resolution IN ('accepted', 'dismissed')),
    note text NOT NULL,
    by_actor text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  )`,
  `COMMENT ON TABLE difference_settlements IS 'What a person found out about a difference'`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON difference_settlements FROM janela_app`,
  `INSERT INTO difference_settlements SELECT outcome_id, resolution, reason, proposed_by, decided_at FROM settlements
    WHERE state = 'confirmed' AND outcome_id IS NOT NULL`,
  `DROP INDEX outcomes_differences_payment`,
  `DROP TABLE settlements`,
  `DROP FUNCTION settlements_are_decided_once()`,
];
