import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLedger20261120090200 implements MigrationInterface {
  readonly name = 'CreateLedger20261120090200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...balanced, ...funded, ...appendOnly]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_entries, ledger_transactions, funds');
    await runner.query(
      'DROP FUNCTION ledger_refuses_change(), ledger_keeps_funds(), ledger_adds_balanced(), ledger_is_balanced()',
    );
  }
}

const tables = [
  `CREATE TABLE funds (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    programme text NOT NULL,
    amount_minor bigint NOT NULL CONSTRAINT funds_amount_minor_positive CHECK (amount_minor > 0),
    currency text NOT NULL,
    source text NOT NULL,
    reference text NOT NULL,
    received_on date NOT NULL,
    added_by text NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT funds_reference_once UNIQUE (programme, source, reference)
  )`,
  `COMMENT ON TABLE funds IS 'Money that a programme was given to spend; each stands for one transaction of the ledger'`,
  `CREATE TABLE ledger_transactions (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    what text NOT NULL CONSTRAINT ledger_transactions_what_is_a_code CHECK (what ~ '^[a-z][a-z_]+$'),
    by_actor text NOT NULL,
    cycle_id uuid,
    batch_id uuid,
    payment_id uuid,
    funds_id uuid,
    contribution_id uuid
  )`,
  // A second posting for the same cause is stopped by these, whatever the code believes.
  `CREATE UNIQUE INDEX ledger_transactions_payment_once ON ledger_transactions (payment_id, what) WHERE payment_id IS NOT NULL`,
  `CREATE UNIQUE INDEX ledger_transactions_batch_once ON ledger_transactions (batch_id) WHERE batch_id IS NOT NULL`,
  `CREATE UNIQUE INDEX ledger_transactions_funds_once ON ledger_transactions (funds_id) WHERE funds_id IS NOT NULL`,
  `CREATE UNIQUE INDEX ledger_transactions_contribution_once ON ledger_transactions (contribution_id, what) WHERE contribution_id IS NOT NULL`,
  `CREATE UNIQUE INDEX ledger_transactions_cycle_once ON ledger_transactions (cycle_id, what)
    WHERE cycle_id IS NOT NULL AND payment_id IS NULL AND batch_id IS NULL`,
  `CREATE TABLE ledger_entries (
    transaction_id uuid NOT NULL REFERENCES ledger_transactions,
    line smallint NOT NULL CONSTRAINT ledger_entries_line_positive CHECK (line > 0),
    account text NOT NULL CONSTRAINT ledger_entries_account_is_a_code CHECK (account ~ '^[a-z][a-z_]*:[A-Za-z0-9_-]+$'),
    currency text NOT NULL CONSTRAINT ledger_entries_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CONSTRAINT ledger_entries_amount_minor_not_zero CHECK (amount_minor <> 0),
    PRIMARY KEY (transaction_id, line)
  )`,
  `CREATE INDEX ledger_entries_account ON ledger_entries (account, currency) INCLUDE (amount_minor)`,
  `COMMENT ON COLUMN ledger_entries.amount_minor IS 'A debit is above zero, a credit below; a balance is the sum of its entries'`,
];

const balanced = [
  `CREATE FUNCTION ledger_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) < 2 FROM ledger_entries WHERE transaction_id = NEW.id)
        OR EXISTS (SELECT FROM ledger_entries WHERE transaction_id = NEW.id GROUP BY currency HAVING sum(amount_minor) <> 0)
      THEN RAISE EXCEPTION 'transaction % does not add up to zero', NEW.id USING ERRCODE = 'check_violation'; END IF;
      RETURN NULL;
    END $$`,
  `CREATE CONSTRAINT TRIGGER ledger_transactions_add_up AFTER INSERT ON ledger_transactions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_is_balanced()`,
  // The one above looks at new transactions only; this one lets nothing lopsided be added to an old one either.
  `CREATE FUNCTION ledger_adds_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM added GROUP BY transaction_id, currency HAVING sum(amount_minor) <> 0)
      THEN RAISE EXCEPTION 'entries that do not add up to zero' USING ERRCODE = 'check_violation'; END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER ledger_entries_add_up AFTER INSERT ON ledger_entries REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_adds_balanced()`,
];

/** Whoever takes from these accounts waits for the one before: two who each find enough would together take too much. */
const funded = [
  `CREATE FUNCTION ledger_keeps_funds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('ledger ' || NEW.account, 0));
      IF (SELECT sum(amount_minor) < 0 FROM ledger_entries WHERE account = NEW.account AND currency = NEW.currency)
      THEN RAISE EXCEPTION '% would be below zero', NEW.account USING ERRCODE = 'check_violation'; END IF;
      RETURN NULL;
    END $$`,
  `CREATE CONSTRAINT TRIGGER ledger_entries_keep_funds AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.amount_minor < 0 AND (starts_with(NEW.account, 'funds:') OR starts_with(NEW.account, 'returned:')))
    EXECUTE FUNCTION ledger_keeps_funds()`,
];

const appendOnly = [
  `REVOKE UPDATE, DELETE, TRUNCATE ON funds, ledger_transactions, ledger_entries FROM janela_app`,
  // The owner of the tables has to take these away first, and that is seen.
  `CREATE FUNCTION ledger_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the ledger is only ever added to' USING ERRCODE = 'insufficient_privilege'; END $$`,
  ...['ledger_transactions', 'ledger_entries'].map(
    (table) => `CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses_change()`,
  ),
];
