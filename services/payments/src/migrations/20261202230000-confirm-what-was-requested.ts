import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A confirmation of another payee begins as a request; the service requests one only of a payment that a rule holds. */
export class ConfirmWhatWasRequested20261202230000 implements MigrationInterface {
  readonly name = 'ConfirmWhatWasRequested20261202230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payment_confirmations_begin_requested ON payment_confirmations;
      CREATE TRIGGER payment_confirmations_begin_requested BEFORE INSERT ON payment_confirmations FOR EACH ROW
        WHEN (NEW.confirmed_by IS NOT NULL) EXECUTE FUNCTION begins_with_one();
      CREATE FUNCTION confirmation_is_requested_by_rule() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM payments WHERE id = NEW.payment_id AND state = 'held' AND held_by_rule) THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'no rule holds payment %', NEW.payment_id USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END $$;
      CREATE TRIGGER payment_confirmations_requested_by_rule BEFORE INSERT OR UPDATE OF requested_by ON payment_confirmations
        FOR EACH ROW WHEN (NEW.requested_by LIKE 'system:%') EXECUTE FUNCTION confirmation_is_requested_by_rule();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payment_confirmations_requested_by_rule ON payment_confirmations;
      DROP FUNCTION confirmation_is_requested_by_rule();
      DROP TRIGGER payment_confirmations_begin_requested ON payment_confirmations;
      CREATE TRIGGER payment_confirmations_begin_requested BEFORE INSERT ON payment_confirmations FOR EACH ROW
        WHEN (NEW.confirmed_by IS NOT NULL AND NEW.requested_by <> 'system:payments') EXECUTE FUNCTION begins_with_one();
    `);
  }
}
