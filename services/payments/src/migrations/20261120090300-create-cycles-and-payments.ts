import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCyclesAndPayments20261120090300 implements MigrationInterface {
  readonly name = 'CreateCyclesAndPayments20261120090300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...cycles, ...batches, ...payments, ...moves, ...steps]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${disableAreaPolicy('payment_steps')} ${disableAreaPolicy('payments')}`);
    await runner.query('DROP TABLE payment_steps, payments, dispatch_batches, cycles');
    await runner.query('DROP FUNCTION payment_moves_on()');
  }
}

const cycles = [
  `CREATE TABLE cycles (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL CONSTRAINT cycles_state_known
      CHECK (state IN ('open', 'submitted', 'approved', 'dispatched', 'closed')),
    programme_id uuid NOT NULL,
    programme text NOT NULL,
    period text NOT NULL CONSTRAINT cycles_period_is_a_month CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    period_months smallint NOT NULL,
    frequency text NOT NULL,
    cutoff_on date NOT NULL,
    currency text NOT NULL,
    count integer NOT NULL,
    total_minor bigint NOT NULL,
    opened_by text NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    submitted_by text,
    submitted_at timestamptz,
    list_hash bytea,
    approved_by text,
    approved_at timestamptz,
    rejection text,
    dispatch_requested_by text,
    dispatch_requested_at timestamptz,
    dispatched_at timestamptz,
    closed_by text,
    closed_at timestamptz,
    CONSTRAINT cycles_once_for_a_period UNIQUE (programme_id, period),
    CONSTRAINT cycles_checker_is_not_maker CHECK (approved_by <> submitted_by AND approved_by <> opened_by),
    CONSTRAINT cycles_approved_by_someone CHECK ((state IN ('open', 'submitted')) = (approved_by IS NULL)),
    CONSTRAINT cycles_submitted_with_a_hash CHECK (state = 'open' OR (submitted_by IS NOT NULL AND list_hash IS NOT NULL))
  )`,
  `COMMENT ON TABLE cycles IS 'One for a programme and a period: what is to be paid, as it was reckoned and frozen'`,
  `COMMENT ON COLUMN cycles.list_hash IS 'SHA-256 of the list of payments as it was submitted'`,
  `COMMENT ON COLUMN cycles.count IS 'All payments in it, the cancelled too; one that makes another good is one more'`,
  `REVOKE DELETE, TRUNCATE ON cycles FROM janela_app`,
];

const batches = [
  `CREATE TABLE dispatch_batches (
    id uuid PRIMARY KEY,
    cycle_id uuid NOT NULL REFERENCES cycles,
    provider text NOT NULL,
    count integer NOT NULL,
    total_minor bigint NOT NULL,
    hash bytea NOT NULL,
    outbox_until bigint NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    enquiries integer NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX dispatch_batches_cycle ON dispatch_batches (cycle_id)`,
  `COMMENT ON TABLE dispatch_batches IS 'Payments that were handed to a provider in one transaction'`,
  `COMMENT ON COLUMN dispatch_batches.hash IS 'SHA-256 of the references and amounts, in the order of the instructions'`,
  `COMMENT ON COLUMN dispatch_batches.outbox_until IS 'Sent once the outbox has nothing of the topic up to this row'`,
  `COMMENT ON COLUMN dispatch_batches.enquiries IS 'How often the provider was asked about those it was silent about'`,
  `REVOKE DELETE, TRUNCATE ON dispatch_batches FROM janela_app`,
];

/**
 * Cycles, batches, payees and payments are never deleted, and what is inserted here is read from them by the same statement. So no
 * foreign keys: of a million payments their checks took as long as all the rest.
 */
const payments = [
  `CREATE TABLE payments (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    version integer NOT NULL DEFAULT 1,
    cycle_id uuid NOT NULL,
    enrolment_id uuid NOT NULL,
    household_id uuid NOT NULL,
    person_id uuid,
    area_code text NOT NULL,
    period text NOT NULL,
    programme_version integer NOT NULL,
    amount_minor bigint NOT NULL CONSTRAINT payments_amount_minor_positive CHECK (amount_minor > 0),
    currency text NOT NULL,
    state text NOT NULL CONSTRAINT payments_state_known
      CHECK (state IN ('frozen', 'held', 'instructed', 'sent', 'unknown', 'paid', 'failed', 'returned', 'cancelled')),
    reason_code text,
    payee_id uuid,
    provider text,
    channel text,
    replaces uuid,
    frozen_at timestamptz NOT NULL DEFAULT now(),
    instruction_id uuid,
    batch_id uuid,
    paid_minor bigint,
    occurred_at timestamptz,
    refunded_at timestamptz,
    CONSTRAINT payments_to_somebody CHECK
      (state IN ('held', 'cancelled') OR (payee_id IS NOT NULL AND provider IS NOT NULL AND channel IS NOT NULL)),
    CONSTRAINT payments_instructed_by_instruction CHECK
      ((state IN ('frozen', 'held', 'cancelled')) = (instruction_id IS NULL) AND (instruction_id IS NULL) = (batch_id IS NULL)),
    CONSTRAINT payments_with_a_reason CHECK (state NOT IN ('held', 'failed', 'returned', 'cancelled') OR reason_code IS NOT NULL),
    CONSTRAINT payments_paid_something CHECK (state <> 'paid' OR paid_minor IS NOT NULL)
  )`,
  `CREATE UNIQUE INDEX payments_one_live ON payments (enrolment_id, period) WHERE state NOT IN ('failed', 'returned', 'cancelled')`,
  `CREATE UNIQUE INDEX payments_replaced_once ON payments (replaces) WHERE replaces IS NOT NULL`,
  `CREATE UNIQUE INDEX payments_instruction_once ON payments (instruction_id) WHERE instruction_id IS NOT NULL`,
  `CREATE INDEX payments_cycle_state ON payments (cycle_id, state, id) INCLUDE (amount_minor)`,
  `CREATE INDEX payments_household ON payments (household_id, id)`,
  `CREATE INDEX payments_batch ON payments (batch_id) WHERE state IN ('instructed', 'sent', 'unknown')`,
  `COMMENT ON TABLE payments IS 'What one enrolment gets for one period; made good by another payment, never sent twice'`,
  `COMMENT ON COLUMN payments.instruction_id IS 'Without its hyphens it is the reference on every statement'`,
  `COMMENT ON COLUMN payments.paid_minor IS 'What the provider paid out: more or less than was due only where a person accepted that'`,
  `COMMENT ON COLUMN payments.refunded_at IS 'When money that came back was given to the programme again'`,
  // What was frozen stays: who is paid for what, and how much.
  `REVOKE UPDATE, DELETE, TRUNCATE ON payments FROM janela_app`,
  `GRANT UPDATE (version, state, reason_code, payee_id, provider, channel, instruction_id, batch_id, paid_minor, occurred_at,
     refunded_at) ON payments TO janela_app`,
  enableAreaPolicy('payments'),
];

const moves = [
  `CREATE FUNCTION payment_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.state || ' ' || NEW.state) IN (
        'frozen instructed', 'frozen held', 'frozen cancelled', 'held frozen', 'held cancelled',
        'instructed sent', 'instructed paid', 'instructed failed', 'instructed returned', 'instructed unknown',
        'sent paid', 'sent failed', 'sent returned', 'sent unknown',
        'unknown paid', 'unknown failed', 'unknown returned', 'paid returned')
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a payment that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END $$`,
  `CREATE TRIGGER payments_move_on BEFORE UPDATE OF state ON payments FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION payment_moves_on()`,
];

const steps = [
  `CREATE TABLE payment_steps (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id uuid NOT NULL,
    area_code text NOT NULL,
    state text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    by_actor text NOT NULL,
    reason_code text,
    note text,
    reference text
  )`,
  `CREATE INDEX payment_steps_payment ON payment_steps (payment_id)`,
  `COMMENT ON TABLE payment_steps IS 'The story of a payment after it was frozen, a row for each step'`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON payment_steps FROM janela_app`,
  enableAreaPolicy('payment_steps'),
];
