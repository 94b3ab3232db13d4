import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names that two people saw, and what was designated while a reported death keeps it from holding. */
export class KeepDesignations20261201220000 implements MigrationInterface {
  readonly name = 'KeepDesignations20261201220000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...columns, ...kept, ...putBack]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER payees_confirmed_by_two ON payees;
      ${triggerOf('payee_is_confirmed_by_two')};
      DROP FUNCTION payee_is_confirmed_or_put_back();
      DROP TRIGGER payees_keep_designation ON payees;
      DROP FUNCTION payee_designation_is_what_held();
      ALTER TABLE payees DROP COLUMN known_as, DROP COLUMN designated;
      ALTER TABLE payee_changes
        ADD CONSTRAINT payee_changes_reachable CHECK (channel = 'cash' OR account_sealed IS NOT NULL) NOT VALID;
    `);
  }
}

const columns = [
  'ALTER TABLE payees ADD COLUMN known_as jsonb, ADD COLUMN designated jsonb',
  `COMMENT ON COLUMN payees.known_as IS 'Names and marks of official numbers as two people saw them, by person, where the record says otherwise since'`,
  `COMMENT ON COLUMN payees.designated IS 'What was designated, while a reported death keeps it from holding; account sealed'`,
  `COMMENT ON COLUMN payees.account_sealed IS 'Encrypted; found by account_mark, a keyed blind index. Of the person who collects: a deputy takes over without it'`,
  'ALTER TABLE payee_changes DROP CONSTRAINT payee_changes_reachable',
];

/** In SQL: the row is what this JSON designates, but for the deputy, who may be taken out. */
export const isDesignated = (row: string, json: string) => `(${row}.person_id::text = ${json}->>'personId'
  AND ${row}.channel = ${json}->>'channel' AND ${row}.provider IS NOT DISTINCT FROM ${json}->>'provider'
  AND ${row}.account_mark IS NOT DISTINCT FROM ${json}->>'accountMark'
  AND ${row}.account_sealed IS NOT DISTINCT FROM ${json}->>'accountSealed'
  AND (${row}.deputy_person_id IS NULL OR ${row}.deputy_person_id::text = ${json}->>'deputyPersonId'))`;

/** In SQL: the row is the deputy of what this JSON designates, by the same way into no account. */
export const isDeputy = (row: string, json: string) => `(${row}.person_id::text = ${json}->>'deputyPersonId'
  AND ${row}.channel = ${json}->>'channel' AND ${row}.provider IS NOT DISTINCT FROM ${json}->>'provider'
  AND ${row}.account_sealed IS NULL AND ${row}.account_mark IS NULL AND ${row}.deputy_person_id IS NULL)`;

/** In SQL: this JSON is what another one designates, but for the deputy; or the deputy of it. */
export const follows = (json: string, of: string) => `((${json} - 'deputyPersonId') = (${of} - 'deputyPersonId')
    AND (${json}->>'deputyPersonId' IS NULL OR ${json}->>'deputyPersonId' = ${of}->>'deputyPersonId')
  OR ${json}->>'personId' = ${of}->>'deputyPersonId' AND ${json}->>'channel' = ${of}->>'channel'
    AND ${json}->>'provider' IS NOT DISTINCT FROM ${of}->>'provider' AND ${json}->>'accountSealed' IS NULL
    AND ${json}->>'accountMark' IS NULL AND ${json}->>'deputyPersonId' IS NULL)`;

export const wasDesignated = `coalesce(OLD.designated, jsonb_build_object('personId', OLD.person_id, 'deputyPersonId', OLD.deputy_person_id,
  'channel', OLD.channel, 'provider', OLD.provider, 'accountSealed', OLD.account_sealed, 'accountMark', OLD.account_mark))`;

/** Only what held is put back: what is kept of it is no way to designate somebody. */
export const kept = [
  `CREATE FUNCTION payee_designation_is_what_held() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE was jsonb := ${wasDesignated};
    BEGIN
      IF ${follows('NEW.designated', 'was')} OR EXISTS (
        SELECT FROM payee_changes c WHERE c.household_id = NEW.household_id AND c.state = 'confirmed'
          AND c.decided_at = (SELECT max(decided_at) FROM payee_changes WHERE household_id = NEW.household_id AND state = 'confirmed')
          AND ${isDesignated('c', 'NEW.designated')}) THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'what is kept of a payee is what held' USING ERRCODE = 'check_violation';
    END $$`,
  `CREATE CONSTRAINT TRIGGER payees_keep_designation AFTER UPDATE ON payees DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.designated IS NOT NULL AND NEW.designated IS DISTINCT FROM OLD.designated)
    EXECUTE FUNCTION payee_designation_is_what_held()`,
];

const triggerOf = (name: string) => `CREATE CONSTRAINT TRIGGER payees_confirmed_by_two AFTER UPDATE ON payees
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
    (OLD.person_id, OLD.channel, OLD.provider, OLD.account_mark, OLD.account_sealed) IS DISTINCT FROM
      (NEW.person_id, NEW.channel, NEW.provider, NEW.account_mark, NEW.account_sealed)
    OR (NEW.deputy_person_id IS NOT NULL AND NEW.deputy_person_id IS DISTINCT FROM OLD.deputy_person_id)
    OR (NEW.vacated IS NULL AND OLD.vacated IS NOT NULL)
  ) EXECUTE FUNCTION ${name}()`;

export const putBack = [
  'DROP TRIGGER payees_confirmed_by_two ON payees',
  `CREATE FUNCTION payee_is_confirmed_or_put_back() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE was jsonb := ${wasDesignated};
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
      -- Back to what was designated, once whoever was reported dead is not.
      IF ${isDesignated('NEW', 'was')} AND (NEW.vacated IS NOT NULL
        OR EXISTS (SELECT FROM people WHERE id = NEW.person_id AND died_on IS NULL AND left_on IS NULL))
      THEN RETURN NULL; END IF;
      -- The deputy follows somebody who has died or left.
      IF ${isDeputy('NEW', 'was')}
        AND EXISTS (SELECT FROM people WHERE id = (was->>'personId')::uuid AND (died_on IS NOT NULL OR left_on IS NOT NULL))
      THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'another payee, deputy, way or account is for two people to say' USING ERRCODE = 'check_violation';
    END $$`,
  triggerOf('payee_is_confirmed_or_put_back'),
];
