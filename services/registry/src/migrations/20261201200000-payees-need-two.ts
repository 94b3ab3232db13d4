import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a second person has decided stays so, and who collects changes only as a second person has confirmed it, or where the deputy
 * follows somebody who has died or left. The database says so too: whoever reaches it with the service's own password cannot redirect money.
 */
export class PayeesNeedTwo20261201200000 implements MigrationInterface {
  readonly name = 'PayeesNeedTwo20261201200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...requests, ...payees]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payees_confirmed_by_two ON payees;
      DROP FUNCTION payee_is_confirmed_by_two();
      GRANT DELETE, TRUNCATE ON payees TO janela_app;
      DROP TRIGGER payee_changes_decided_once ON payee_changes;
      DROP FUNCTION payee_changes_are_decided_once();
      REVOKE UPDATE (state, deputy_person_id, decided_by, decided_by_name, decided_at, reason) ON payee_changes FROM janela_app;
      GRANT UPDATE ON payee_changes TO janela_app;
    `);
  }
}

const requests = [
  `REVOKE UPDATE ON payee_changes FROM janela_app`,
  // A deputy who has died or left is taken out of a request that waits.
  `GRANT UPDATE (state, deputy_person_id, decided_by, decided_by_name, decided_at, reason) ON payee_changes TO janela_app`,
  `CREATE FUNCTION payee_changes_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a change of who collects that is % stays so', OLD.state USING ERRCODE = 'check_violation';
    END $$`,
  // The area follows a household that moves.
  `CREATE TRIGGER payee_changes_decided_once BEFORE UPDATE ON payee_changes FOR EACH ROW
    WHEN (OLD.state <> 'pending' AND to_jsonb(NEW) - 'area_code' <> to_jsonb(OLD) - 'area_code')
    EXECUTE FUNCTION payee_changes_are_decided_once()`,
];

const payees = [
  `REVOKE DELETE, TRUNCATE ON payees FROM janela_app`,
  `CREATE FUNCTION payee_is_confirmed_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT * FROM payee_changes WHERE household_id = NEW.household_id AND state = 'confirmed'
          ORDER BY decided_at DESC, id DESC LIMIT 1) AS confirmed
        WHERE confirmed.person_id = NEW.person_id AND confirmed.channel = NEW.channel
          AND (NEW.deputy_person_id IS NULL OR confirmed.deputy_person_id = NEW.deputy_person_id)
          AND confirmed.provider IS NOT DISTINCT FROM NEW.provider
          AND confirmed.account_mark IS NOT DISTINCT FROM NEW.account_mark
          AND confirmed.account_sealed IS NOT DISTINCT FROM NEW.account_sealed
      ) THEN RETURN NULL; END IF;
      IF OLD.vacated IS NULL AND NEW.person_id = OLD.deputy_person_id AND NEW.deputy_person_id IS NULL
        AND NEW.channel = OLD.channel AND NEW.provider IS NOT DISTINCT FROM OLD.provider
        AND (NEW.account_sealed IS NULL
          OR NEW.account_sealed IS NOT DISTINCT FROM OLD.account_sealed AND NEW.account_mark IS NOT DISTINCT FROM OLD.account_mark)
        AND EXISTS (SELECT FROM people WHERE id = OLD.person_id AND (died_on IS NOT NULL OR left_on IS NOT NULL))
      THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'another payee, deputy, way or account is for two people to say' USING ERRCODE = 'check_violation';
    END $$`,
  // When the transaction ends, since the request is confirmed in the same one. A deputy who is taken out needs nobody's word.
  `CREATE CONSTRAINT TRIGGER payees_confirmed_by_two AFTER UPDATE ON payees DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (
      (OLD.person_id, OLD.channel, OLD.provider, OLD.account_mark, OLD.account_sealed) IS DISTINCT FROM
        (NEW.person_id, NEW.channel, NEW.provider, NEW.account_mark, NEW.account_sealed)
      OR (NEW.deputy_person_id IS NOT NULL AND NEW.deputy_person_id IS DISTINCT FROM OLD.deputy_person_id)
      OR (NEW.vacated IS NULL AND OLD.vacated IS NOT NULL)
    ) EXECUTE FUNCTION payee_is_confirmed_by_two()`,
];
