import { disableAreaPolicy, enableAreaPolicy } from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskListsAgain20261201090000 implements MigrationInterface {
  readonly name = 'AskListsAgain20261201090000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...heard, ...payees, ...payments, ...confirmations, ...kept])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER payments_keep_payee ON payments; DROP TRIGGER payments_keep_amount ON payments');
    await runner.query('DROP FUNCTION payment_keeps_payee(), payment_keeps_amount()');
    await runner.query(disableAreaPolicy('payment_confirmations'));
    await runner.query('DROP TABLE payment_confirmations, suspected_duplicates, deaths, households');
    await runner.query('DROP INDEX payees_person, payees_deputy, payees_stand_for');
    await runner.query('ALTER TABLE payees DROP COLUMN stands_for');
    await runner.query('ALTER TABLE payments DROP COLUMN held_by_rule');
    await runner.query('ALTER TABLE cycles DROP COLUMN lines_hash');
    await runner.query('ALTER TABLE enrolments DROP COLUMN state');
  }
}

const heard = [
  `CREATE TABLE households (
    id uuid PRIMARY KEY,
    payment_consent boolean NOT NULL DEFAULT false,
    payee_change_waits boolean NOT NULL DEFAULT false,
    payee_id uuid,
    somebody_died boolean NOT NULL DEFAULT false,
    over_on date
  )`,
  `COMMENT ON TABLE households IS 'What the register said of a household: as much as paying needs. Never heard of, it is not paid'`,
  `COMMENT ON COLUMN households.payee_id IS 'Who was designated last; null when nobody collects'`,
  `COMMENT ON COLUMN households.somebody_died IS 'Whether it is worth looking for the dead among those who are covered'`,
  `COMMENT ON COLUMN households.over_on IS 'Since when it is closed or merged into another'`,
  `REVOKE DELETE, TRUNCATE ON households FROM janela_app`,
  `INSERT INTO households (id, payee_id) SELECT household_id, id FROM payees WHERE current`,
  `CREATE TABLE deaths (
    person_id uuid PRIMARY KEY,
    died_on date NOT NULL,
    heard_at timestamptz NOT NULL DEFAULT now()
  )`,
  `COMMENT ON TABLE deaths IS 'Deaths that were reported or certified, and not taken back'`,
  `CREATE TABLE suspected_duplicates (
    id uuid PRIMARY KEY,
    person_ids uuid[] NOT NULL,
    household_ids uuid[] NOT NULL,
    matched_on text[] NOT NULL,
    dismissed boolean NOT NULL
  )`,
  `COMMENT ON TABLE suspected_duplicates IS 'Two entries of the register that look like one person'`,
  `REVOKE DELETE, TRUNCATE ON suspected_duplicates FROM janela_app`,
  `ALTER TABLE enrolments ADD COLUMN state text NOT NULL DEFAULT 'active'
    CONSTRAINT enrolments_state_known CHECK (state IN ('active', 'suspended', 'ended'))`,
  `UPDATE enrolments n SET state = 'ended'
    WHERE NOT EXISTS (SELECT FROM enrolment_spells s WHERE s.enrolment_id = n.id AND s.to_on IS NULL)`,
];

const payees = [
  `ALTER TABLE payees ADD COLUMN stands_for uuid`,
  `COMMENT ON COLUMN payees.current IS 'Who is paid now: who was designated last, or the deputy where that person has died'`,
  `COMMENT ON COLUMN payees.stands_for IS 'Of a deputy who took over: who was designated'`,
  `CREATE UNIQUE INDEX payees_stand_for ON payees (stands_for) WHERE stands_for IS NOT NULL`,
  `CREATE INDEX payees_person ON payees (person_id)`,
  `CREATE INDEX payees_deputy ON payees (deputy_person_id) WHERE deputy_person_id IS NOT NULL`,
];

const payments = [
  `ALTER TABLE payments ADD COLUMN held_by_rule boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN payments.held_by_rule IS 'Held because of what was heard, and not by an officer'`,
  `GRANT UPDATE (held_by_rule) ON payments TO janela_app`,
  `ALTER TABLE cycles ADD COLUMN lines_hash bytea`,
  `COMMENT ON COLUMN cycles.lines_hash IS 'SHA-256 of who is paid how much and how, as it was submitted; whatever is held'`,
  // What was approved before this is known by what it is now.
  `UPDATE cycles c SET lines_hash = (
    SELECT sha256(coalesce(string_agg(piece, ''::bytea ORDER BY ending), ''::bytea)) FROM (
      SELECT right(p.id::text, 2) AS ending, sha256(convert_to(string_agg(concat_ws('|', p.id, p.enrolment_id, p.amount_minor, p.currency,
        coalesce(p.payee_id::text, '-'), coalesce(p.provider, '-'), coalesce(p.channel, '-')), E'\\n' ORDER BY p.id), 'UTF8')) AS piece
      FROM payments p WHERE p.cycle_id = c.id GROUP BY 1) pieces)
    WHERE c.state = 'approved' AND c.dispatch_requested_at IS NULL`,
];

const confirmations = [
  `CREATE TABLE payment_confirmations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id uuid NOT NULL,
    area_code text NOT NULL,
    payee_id uuid NOT NULL,
    provider text NOT NULL,
    channel text NOT NULL,
    payee_before uuid,
    provider_before text,
    channel_before text,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    note text,
    confirmed_by text,
    confirmed_at timestamptz,
    CONSTRAINT payment_confirmations_by_another CHECK (confirmed_by <> requested_by),
    CONSTRAINT payment_confirmations_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
  )`,
  `CREATE UNIQUE INDEX payment_confirmations_one_waits ON payment_confirmations (payment_id) WHERE confirmed_by IS NULL`,
  `CREATE INDEX payment_confirmations_payment ON payment_confirmations (payment_id, id)`,
  `COMMENT ON TABLE payment_confirmations IS 'Payments of an approved list that go to somebody else than it said: who asked, and who confirmed'`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON payment_confirmations FROM janela_app`,
  `GRANT UPDATE (payee_id, provider, channel, requested_by, requested_at, note, confirmed_by, confirmed_at)
    ON payment_confirmations TO janela_app`,
  enableAreaPolicy('payment_confirmations'),
];

/** Whatever the code believes: what was approved is what is paid, unless another person confirmed otherwise on that very line. */
const kept = [
  `CREATE FUNCTION payment_keeps_amount() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what was frozen of payment % stays', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_keep_amount';
    END $$`,
  `CREATE TRIGGER payments_keep_amount BEFORE UPDATE OF amount_minor, currency, cycle_id, enrolment_id, household_id, period
    ON payments FOR EACH ROW
    WHEN ((OLD.amount_minor, OLD.currency, OLD.cycle_id, OLD.enrolment_id, OLD.household_id, OLD.period)
      IS DISTINCT FROM (NEW.amount_minor, NEW.currency, NEW.cycle_id, NEW.enrolment_id, NEW.household_id, NEW.period))
    EXECUTE FUNCTION payment_keeps_amount()`,
  `CREATE FUNCTION payment_keeps_payee() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      list cycles%ROWTYPE;
      said payment_confirmations%ROWTYPE;
    BEGIN
      SELECT * INTO list FROM cycles WHERE id = NEW.cycle_id;
      IF list.state = 'open' THEN RETURN NEW; END IF;
      SELECT * INTO said FROM payment_confirmations WHERE payment_id = NEW.id ORDER BY id DESC LIMIT 1;
      IF said.confirmed_by IS NOT NULL AND said.confirmed_by NOT IN (said.requested_by, list.opened_by, list.submitted_by)
        AND (said.payee_id, said.provider, said.channel) IS NOT DISTINCT FROM (NEW.payee_id, NEW.provider, NEW.channel)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'payment % goes to whom its list says until another person confirms somebody else', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_keep_payee';
    END $$`,
  `CREATE TRIGGER payments_keep_payee BEFORE UPDATE OF payee_id, provider, channel ON payments FOR EACH ROW
    WHEN ((OLD.payee_id, OLD.provider, OLD.channel) IS DISTINCT FROM (NEW.payee_id, NEW.provider, NEW.channel))
    EXECUTE FUNCTION payment_keeps_payee()`,
];
