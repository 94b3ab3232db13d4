import type { MigrationInterface, QueryRunner } from 'typeorm';

import { follows, isDesignated, wasDesignated } from './20261201220000-keep-designations.ts';

/** What a number is shown as lies beside it, so that showing it needs no key; rows that have none yet are filled by a job. */
export class KeepMasks20261202220100 implements MigrationInterface {
  readonly name = 'KeepMasks20261202220100';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...columns, ...masksFollow, ...accountsKeepMasks]) await runner.query(sql);
    await runner.query(designationIsWhatHeld(` - 'accountMasked'`));
    await runner.query(decidedOnce(onlyMaskIsFilled));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(decidedOnce(''));
    await runner.query(designationIsWhatHeld(''));
    await runner.query(`
      DROP TRIGGER payees_keep_mask ON payees;
      DROP TRIGGER payee_changes_keep_mask ON payee_changes;
      DROP FUNCTION mask_of_account_stays();
      DROP TRIGGER people_mask_follows ON people;
      DROP TRIGGER identifiers_mask_follows ON identifiers;
      DROP TRIGGER payees_mask_follows ON payees;
      DROP FUNCTION mask_of_phone_is_gone();
      DROP FUNCTION mask_of_value_is_gone();
      DROP FUNCTION mask_of_account_is_gone();
      ALTER TABLE people DROP COLUMN phone_masked;
      ALTER TABLE identifiers DROP COLUMN value_masked;
      ALTER TABLE payees DROP COLUMN account_masked;
      ALTER TABLE payee_changes DROP COLUMN account_masked;
    `);
  }
}

const safely = 'LANGUAGE plpgsql SET search_path = public, pg_temp';
const refuse = (message: string) => `RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation'`;
const means = (column: string) =>
  `IS 'How ${column} is shown: its last digits; null where it was stored before masks were'`;

const columns = [
  'ALTER TABLE people ADD COLUMN phone_masked text',
  'ALTER TABLE identifiers ADD COLUMN value_masked text',
  'ALTER TABLE payees ADD COLUMN account_masked text',
  'ALTER TABLE payee_changes ADD COLUMN account_masked text',
  `COMMENT ON COLUMN people.phone_masked ${means('phone_sealed')}`,
  `COMMENT ON COLUMN identifiers.value_masked ${means('value_sealed')}`,
  `COMMENT ON COLUMN payees.account_masked ${means('account_sealed')}`,
  `COMMENT ON COLUMN payee_changes.account_masked ${means('account_sealed')}`,
  'GRANT UPDATE (account_masked) ON payee_changes TO janela_app',
];

/** The version before writes a number without its mask: the mask of the number before must not stay beside it. */
const masksFollow = (
  [
    ['people', 'phone'],
    ['identifiers', 'value'],
    ['payees', 'account'],
  ] as const
).flatMap(([table, column]) => [
  `CREATE FUNCTION mask_of_${column}_is_gone() RETURNS trigger ${safely} AS $$
    BEGIN NEW.${column}_masked := NULL; RETURN NEW; END $$`,
  `CREATE TRIGGER ${table}_mask_follows BEFORE UPDATE ON ${table} FOR EACH ROW
    WHEN (OLD.${column}_sealed IS DISTINCT FROM NEW.${column}_sealed AND OLD.${column}_masked = NEW.${column}_masked)
    EXECUTE FUNCTION mask_of_${column}_is_gone()`,
]);

/** A second person confirms by the mask, which is therefore not changed by itself once it is there. */
const accountsKeepMasks = [
  `CREATE FUNCTION mask_of_account_stays() RETURNS trigger ${safely} AS $$
    BEGIN ${refuse('the mask of an account stays while the account does')}; END $$`,
  ...['payees', 'payee_changes'].map(
    (table) => `CREATE TRIGGER ${table}_keep_mask BEFORE UPDATE ON ${table} FOR EACH ROW
      WHEN (OLD.account_masked IS NOT NULL AND OLD.account_masked IS DISTINCT FROM NEW.account_masked
        AND OLD.account_sealed IS NOT DISTINCT FROM NEW.account_sealed)
      EXECUTE FUNCTION mask_of_account_stays()`,
  ),
];

const isGone = (id: string) =>
  `EXISTS (SELECT FROM people WHERE id = ${id} AND (died_on IS NOT NULL OR left_on IS NOT NULL))`;

/** As in the migration before, apart from what is left out of the comparison: what is kept of a payee has the mask besides. */
const designationIsWhatHeld = (without: string) =>
  `CREATE OR REPLACE FUNCTION payee_designation_is_what_held() RETURNS trigger ${safely} AS $$
    DECLARE was jsonb := ${wasDesignated}${without};
    BEGIN
      IF ${follows(`(NEW.designated${without})`, 'was')}
        AND (NEW.designated->>'personId' = was->>'personId' OR ${isGone(`(was->>'personId')::uuid`)})
      THEN RETURN NULL; END IF;
      IF EXISTS (
        SELECT FROM (SELECT * FROM payee_changes WHERE household_id = NEW.household_id AND state = 'confirmed'
          ORDER BY decided_at DESC, id DESC LIMIT 1) AS c
        WHERE ${isDesignated('c', 'NEW.designated')}) THEN RETURN NULL; END IF;
      ${refuse('what is kept of a payee is what held')};
    END $$`;

const onlyMaskIsFilled = `
      IF OLD.account_masked IS NULL
        AND to_jsonb(NEW) - '{area_code,account_masked}'::text[] = to_jsonb(OLD) - '{area_code,account_masked}'::text[]
      THEN RETURN NEW; END IF;`;

const decidedOnce = (exception: string) =>
  `CREATE OR REPLACE FUNCTION payee_changes_are_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN${exception}
      RAISE EXCEPTION 'a change of who collects that is % stays so', OLD.state USING ERRCODE = 'check_violation';
    END $$`;
