import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What takes two begins as what one proposes, a settlement moves the payment that it is about and no other, and it is known of
 * which households an enrolment has left.
 */
export class KeepWhatTwoProposed20261202160000 implements MigrationInterface {
  readonly name = 'KeepWhatTwoProposed20261202160000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...proposals, ...settlements, ...moved]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE households DROP COLUMN enrolment_moved;
      DROP TRIGGER settlements_begin_proposed ON settlements;
      DROP TRIGGER funds_begin_proposed ON funds;
      DROP TRIGGER reissues_begin_requested ON reissues;
      DROP TRIGGER payment_confirmations_begin_requested ON payment_confirmations;
      DROP FUNCTION begins_with_one();
    `);
    await runner.query(settledBy(`id = NEW.settlement_id AND state = 'confirmed'`, 'settlements'));
  }
}

const begin = (table: string, trigger: string, decided: string) =>
  `CREATE TRIGGER ${trigger} BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${decided}) EXECUTE FUNCTION begins_with_one()`;

/** Where only a rule holds a payment, nobody asks: the approver confirms what the service found. */
const proposals = [
  `CREATE FUNCTION begins_with_one() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what takes two people begins undecided in %', TG_TABLE_NAME USING ERRCODE = 'check_violation',
        CONSTRAINT = TG_NAME;
    END $$`,
  begin('settlements', 'settlements_begin_proposed', `NEW.state <> 'proposed'`),
  begin('funds', 'funds_begin_proposed', `NEW.state <> 'proposed'`),
  begin('reissues', 'reissues_begin_requested', `NEW.state <> 'requested'`),
  begin(
    'payment_confirmations',
    'payment_confirmations_begin_requested',
    `NEW.confirmed_by IS NOT NULL AND NEW.requested_by <> 'system:payments'`,
  ),
];

const settledBy = (which: string, from: string) => `
  CREATE OR REPLACE FUNCTION payment_is_settled_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM ${from} WHERE ${which}) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a payment is settled by a settlement that two people made' USING ERRCODE = 'check_violation';
    END $$`;

const settlements = [
  settledBy(
    `s.id = NEW.settlement_id AND s.state = 'confirmed' AND coalesce(s.payment_id, o.payment_id) = NEW.id`,
    'settlements s LEFT JOIN outcomes o ON o.id = s.outcome_id',
  ),
];

const moved = [
  `ALTER TABLE households ADD COLUMN enrolment_moved boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN households.enrolment_moved IS 'An enrolment was of this household and is of another now: its payments are looked at'`,
];
