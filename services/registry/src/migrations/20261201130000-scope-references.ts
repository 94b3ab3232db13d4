import { areaAtLevel, areaLevel } from '@janela/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Numbered {
  id: string;
  areaCode: string;
  reference: string;
}

/** Two districts, and two series of forms, may give out the same number; the same number written otherwise is the same. */
export class ScopeReferences20261201130000 implements MigrationInterface {
  readonly name = 'ScopeReferences20261201130000';

  async up(runner: QueryRunner): Promise<void> {
    // The policies hold for the owner too, and what is there may lie anywhere.
    await runner.query(`SELECT set_config('janela.areas', '{""}', true)`);
    await runner.query(`
      ALTER TABLE households ADD reference_source text, ADD reference_area text, ADD reference_key text;
      ALTER TABLE imported_forms ADD reference_source text, ADD reference_area text, ADD reference_key text;`);
    await this.fill(runner);
    await runner.query(`
      DROP INDEX households_external_reference_once;
      CREATE UNIQUE INDEX households_reference_once ON households (reference_key, reference_area, reference_source)
        WHERE reference_key IS NOT NULL;
      ALTER TABLE households ADD CONSTRAINT households_reference_whole
        CHECK (num_nulls(external_reference, reference_source, reference_area, reference_key) IN (0, 4));
      COMMENT ON COLUMN households.reference_key IS 'The number on the form as it is compared: small letters, no spaces, no accents';
      COMMENT ON COLUMN households.reference_area IS 'The district in which the form was given out; stays when the household moves';
      ALTER TABLE imported_forms DROP CONSTRAINT imported_forms_pkey,
        ALTER reference_source SET NOT NULL, ALTER reference_area SET NOT NULL, ALTER reference_key SET NOT NULL,
        ADD PRIMARY KEY (reference_key, reference_area, reference_source);
      ALTER TABLE imports ADD source text NOT NULL DEFAULT '${formSeries}';
      COMMENT ON COLUMN imports.source IS 'The series to which the numbers of its forms belong';
      ALTER TABLE import_errors ADD district text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_errors DROP district;
      ALTER TABLE imports DROP source;
      ALTER TABLE imported_forms DROP CONSTRAINT imported_forms_pkey,
        DROP reference_source, DROP reference_area, DROP reference_key, ADD PRIMARY KEY (household_ref);
      ALTER TABLE households DROP CONSTRAINT households_reference_whole;
      DROP INDEX households_reference_once;
      ALTER TABLE households DROP reference_source, DROP reference_area, DROP reference_key;
      CREATE UNIQUE INDEX households_external_reference_once ON households (external_reference) WHERE external_reference IS NOT NULL;`);
  }

  /** Where two numbers were told apart by nothing but their writing, the later one keeps its id as a part of the key. */
  private async fill(runner: QueryRunner): Promise<void> {
    const numbered = (await runner.query(
      `SELECT id, area_code AS "areaCode", external_reference AS reference FROM households
       WHERE external_reference IS NOT NULL ORDER BY registered_at, id`,
    )) as Numbered[];
    const taken = new Set<string>();
    const keys = numbered.map(({ id, areaCode, reference }) => {
      const [area, plain] = [districtOf(areaCode), referenceKey(reference)];
      const key = taken.has(`${area} ${plain}`) ? `${plain}#${id}` : plain;
      taken.add(`${area} ${key}`);
      return { id, area, key };
    });
    await runner.query(
      `UPDATE households h SET reference_source = $1, reference_area = k.area, reference_key = k.key
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS k (id, area, key) WHERE h.id = k.id`,
      [formSeries, keys.map(({ id }) => id), keys.map(({ area }) => area), keys.map(({ key }) => key)],
    );
    await runner.query(`
      UPDATE imported_forms f SET reference_source = h.reference_source, reference_area = h.reference_area, reference_key = h.reference_key
      FROM households h WHERE h.id = f.household_id`);
  }
}

// As households/form-reference.ts was on the day of this migration, which goes on doing what it did.
const formSeries = 'window';
const districtLevel = 2;

function districtOf(areaCode: string): string {
  return areaAtLevel(areaCode, Math.min(districtLevel, areaLevel(areaCode)));
}

function referenceKey(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
  return plain === '' ? reference : plain;
}
