import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever the code believes: what two people agreed on is not changed afterwards, nor is the state of a list turned back. */
export class KeepWhatTwoAgreed20261202040000 implements MigrationInterface {
  readonly name = 'KeepWhatTwoAgreed20261202040000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...confirmations, ...accounts, ...cycles, ...lines, ...ledger]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ledger_transactions_by_two ON ledger_transactions;
      DROP TRIGGER payments_added_while_open ON payments;
      DROP TRIGGER cycles_keep_hands ON cycles;
      DROP TRIGGER cycles_move_on ON cycles;
      DROP TRIGGER payees_keep_account ON payees;
      DROP TRIGGER payment_confirmations_decided_once ON payment_confirmations;
      DROP FUNCTION ledger_is_posted_by_two(), payments_are_added_while_open(), cycle_keeps_hands(), cycle_moves_on(),
        payee_keeps_account(), payment_is_confirmed_once();
    `);
  }
}

const confirmations = [
  `CREATE FUNCTION payment_is_confirmed_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what % confirmed of payment % stays so', OLD.confirmed_by, OLD.payment_id USING ERRCODE = 'check_violation';
    END $$`,
  `CREATE TRIGGER payment_confirmations_decided_once BEFORE UPDATE ON payment_confirmations FOR EACH ROW
    WHEN (OLD.confirmed_by IS NOT NULL) EXECUTE FUNCTION payment_is_confirmed_once()`,
];

/** Another account is another payee; what is encrypted here may be erased, and nothing else. */
const accounts = [
  `CREATE FUNCTION payee_keeps_account() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'name and account of payee % stay', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payees_keep_account';
    END $$`,
  `CREATE TRIGGER payees_keep_account BEFORE UPDATE OF details, account_mark, name_mark ON payees FOR EACH ROW
    WHEN ((NEW.details IS NOT NULL AND OLD.details IS DISTINCT FROM NEW.details)
      OR (NEW.account_mark IS NOT NULL AND OLD.account_mark IS DISTINCT FROM NEW.account_mark)
      OR (NEW.name_mark IS NOT NULL AND OLD.name_mark IS DISTINCT FROM NEW.name_mark))
    EXECUTE FUNCTION payee_keeps_account()`,
];

/** A list that is open again could be given other payees; and whoever had a hand in it could be made another. */
const cycles = [
  `CREATE FUNCTION cycle_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.state || ' ' || NEW.state) IN (
        'open submitted', 'submitted approved', 'submitted open', 'approved dispatched', 'dispatched closed')
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a cycle that is % cannot become %', OLD.state, NEW.state USING ERRCODE = 'check_violation',
        CONSTRAINT = 'cycles_move_on';
    END $$`,
  `CREATE TRIGGER cycles_move_on BEFORE UPDATE OF state ON cycles FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION cycle_moves_on()`,
  `CREATE FUNCTION cycle_keeps_hands() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'who opened, submitted or approved cycle %, and what, stays', OLD.id USING ERRCODE = 'check_violation',
        CONSTRAINT = 'cycles_keep_hands';
    END $$`,
  `CREATE TRIGGER cycles_keep_hands BEFORE UPDATE ON cycles FOR EACH ROW
    WHEN ((OLD.programme_id, OLD.programme, OLD.period, OLD.currency, OLD.opened_by)
        IS DISTINCT FROM (NEW.programme_id, NEW.programme, NEW.period, NEW.currency, NEW.opened_by)
      OR (OLD.submitted_by, OLD.list_hash, OLD.lines_hash) IS DISTINCT FROM (NEW.submitted_by, NEW.list_hash, NEW.lines_hash)
        AND OLD.state || ' ' || NEW.state NOT IN ('open submitted', 'submitted open')
      OR OLD.approved_by IS DISTINCT FROM NEW.approved_by AND OLD.state || ' ' || NEW.state <> 'submitted approved')
    EXECUTE FUNCTION cycle_keeps_hands()`,
];

/** Once for each statement, and not for each of a million lines. */
const lines = [
  `CREATE FUNCTION payments_are_added_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM added a JOIN cycles c ON c.id = a.cycle_id WHERE a.replaces IS NULL AND c.state <> 'open')
      THEN RAISE EXCEPTION 'nothing is added to a list that was submitted' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'payments_added_while_open'; END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER payments_added_while_open AFTER INSERT ON payments REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION payments_are_added_while_open()`,
];

const ledger = [
  `CREATE FUNCTION ledger_is_posted_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.funds_id IS NULL OR EXISTS (SELECT FROM funds WHERE id = NEW.funds_id AND state = 'approved'))
        AND (NEW.settlement_id IS NULL OR EXISTS (SELECT FROM settlements WHERE id = NEW.settlement_id AND state = 'confirmed'))
      THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'the book has only what two people agreed on' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'ledger_transactions_by_two';
    END $$`,
  `CREATE CONSTRAINT TRIGGER ledger_transactions_by_two AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.funds_id IS NOT NULL OR NEW.settlement_id IS NOT NULL) EXECUTE FUNCTION ledger_is_posted_by_two()`,
];
