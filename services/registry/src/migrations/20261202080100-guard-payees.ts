import type { MigrationInterface, QueryRunner } from 'typeorm';

import { isDeputy, isDesignated, follows, kept, putBack, wasDesignated } from './20261201220000-keep-designations.ts';

/**
 * What the triggers of payees let through: a row that is inserted, a row that is handed to another household, a deputy in place of
 * somebody who lives, a payee who is dead, a deputy put into a request that waits, a request that is decided from the beginning,
 * and a temporary table that stands before the real one.
 */
export class GuardPayees20261202080100 implements MigrationInterface {
  readonly name = 'GuardPayees20261202080100';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...replaced, ...inserted, ...requests]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payee_changes_begin_pending ON payee_changes;
      DROP TRIGGER payee_changes_keep_deputy ON payee_changes;
      DROP FUNCTION payee_change_is_not_asked_so();
      DROP TRIGGER payees_begin_plain ON payees;
      DROP TRIGGER payees_inserted_by_two ON payees;
      DROP TRIGGER payees_stay_with_household ON payees;
      DROP FUNCTION payee_begins_plain();
      DROP FUNCTION payee_is_inserted_by_two();
      DROP FUNCTION payee_stays_with_household();
      DROP FUNCTION household_is_on_record(uuid);
      ${asReplacement(kept[0])};
      ${asReplacement(putBack[1])};
    `);
  }
}

/** Names stand for the tables of this schema, whatever temporary tables there are. */
const safely = 'LANGUAGE plpgsql SET search_path = public, pg_temp';

function asReplacement(sql = ''): string {
  return sql.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');
}

/** In SQL: the person has not died, and has not left. */
const isThere = (id: string) => `EXISTS (SELECT FROM people WHERE id = ${id} AND died_on IS NULL AND left_on IS NULL)`;
/** In SQL: the person has died or left. */
const isGone = (id: string) =>
  `EXISTS (SELECT FROM people WHERE id = ${id} AND (died_on IS NOT NULL OR left_on IS NOT NULL))`;

/** In SQL: the request that was confirmed last is for this row, but for the deputy, who may be taken out. */
const isConfirmed = `EXISTS (
  SELECT FROM (SELECT * FROM payee_changes WHERE household_id = NEW.household_id AND state = 'confirmed'
    ORDER BY decided_at DESC, id DESC LIMIT 1) AS confirmed
  WHERE confirmed.person_id = NEW.person_id AND confirmed.channel = NEW.channel
    AND (NEW.deputy_person_id IS NULL OR confirmed.deputy_person_id = NEW.deputy_person_id)
    AND confirmed.provider IS NOT DISTINCT FROM NEW.provider
    AND confirmed.account_mark IS NOT DISTINCT FROM NEW.account_mark
    AND confirmed.account_sealed IS NOT DISTINCT FROM NEW.account_sealed)`;

const refuse = (message: string) => `RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation'`;
const forTwo = refuse('another payee, deputy, way or account is for two people to say');

const replaced = [
  // The deputy is kept in the place only of somebody who is gone; else the next change would put them in force.
  `CREATE OR REPLACE FUNCTION payee_designation_is_what_held() RETURNS trigger ${safely} AS $$
    DECLARE was jsonb := ${wasDesignated};
    BEGIN
      IF ${follows('NEW.designated', 'was')}
        AND (NEW.designated->>'personId' = was->>'personId' OR ${isGone(`(was->>'personId')::uuid`)})
      THEN RETURN NULL; END IF;
      IF EXISTS (
        SELECT FROM (SELECT * FROM payee_changes WHERE household_id = NEW.household_id AND state = 'confirmed'
          ORDER BY decided_at DESC, id DESC LIMIT 1) AS c
        WHERE ${isDesignated('c', 'NEW.designated')}) THEN RETURN NULL; END IF;
      ${refuse('what is kept of a payee is what held')};
    END $$`,
  `CREATE OR REPLACE FUNCTION payee_is_confirmed_or_put_back() RETURNS trigger ${safely} AS $$
    DECLARE was jsonb := ${wasDesignated};
    BEGIN
      IF NEW.vacated IS NOT NULL OR ${isThere('NEW.person_id')} THEN
        IF ${isConfirmed} THEN RETURN NULL; END IF;
        -- Back to what was designated, once whoever was reported dead is not.
        IF ${isDesignated('NEW', 'was')} THEN RETURN NULL; END IF;
        -- The deputy follows somebody who has died or left.
        IF ${isDeputy('NEW', 'was')} AND ${isGone(`(was->>'personId')::uuid`)} THEN RETURN NULL; END IF;
      END IF;
      ${forTwo};
    END $$`,
  `CREATE FUNCTION payee_stays_with_household() RETURNS trigger ${safely} AS $$
    BEGIN ${refuse('who collects for one household does not collect for another')}; END $$`,
  `CREATE TRIGGER payees_stay_with_household BEFORE UPDATE ON payees FOR EACH ROW
    WHEN (OLD.household_id <> NEW.household_id) EXECUTE FUNCTION payee_stays_with_household()`,
];

const inserted = [
  `CREATE FUNCTION payee_begins_plain() RETURNS trigger ${safely} AS $$
    BEGIN
      IF NEW.vacated IS NULL AND NEW.designated IS NULL AND NEW.known_as IS NULL
        AND EXISTS (SELECT FROM people WHERE id = NEW.person_id AND household_id = NEW.household_id)
      THEN RETURN NEW; END IF;
      ${refuse('whoever begins to collect is of the household, and nothing is kept of anybody before')};
    END $$`,
  `CREATE TRIGGER payees_begin_plain BEFORE INSERT ON payees FOR EACH ROW EXECUTE FUNCTION payee_begins_plain()`,
  `CREATE FUNCTION household_is_on_record(id uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS 'SELECT EXISTS (SELECT FROM household_changes WHERE household_id = $1)'`,
  `COMMENT ON FUNCTION household_is_on_record IS 'False only while a household is being registered: its first line of history is written last'`,
  `CREATE FUNCTION payee_is_inserted_by_two() RETURNS trigger ${safely} AS $$
    BEGIN
      IF ${isConfirmed} AND ${isThere('NEW.person_id')} THEN RETURN NULL; END IF;
      ${forTwo};
    END $$`,
  // Whether it is being registered is asked at once, whether it is confirmed when the transaction ends.
  `CREATE CONSTRAINT TRIGGER payees_inserted_by_two AFTER INSERT ON payees DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (household_is_on_record(NEW.household_id)) EXECUTE FUNCTION payee_is_inserted_by_two()`,
];

const requests = [
  `CREATE FUNCTION payee_change_is_not_asked_so() RETURNS trigger ${safely} AS $$
    BEGIN ${refuse('a change of who collects is asked for first, and stays as it was asked')}; END $$`,
  `CREATE TRIGGER payee_changes_begin_pending BEFORE INSERT ON payee_changes FOR EACH ROW
    WHEN (NEW.state <> 'pending') EXECUTE FUNCTION payee_change_is_not_asked_so()`,
  `CREATE TRIGGER payee_changes_keep_deputy BEFORE UPDATE ON payee_changes FOR EACH ROW
    WHEN (NEW.deputy_person_id IS NOT NULL AND NEW.deputy_person_id IS DISTINCT FROM OLD.deputy_person_id)
    EXECUTE FUNCTION payee_change_is_not_asked_so()`,
];
