import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A function that runs with its owner's rights looks at exactly the tables that are meant, whatever a caller has made of its own. */
export class GuardDropProjection20261201150000 implements MigrationInterface {
  readonly name = 'GuardDropProjection20261201150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functionAs('pg_catalog, pg_temp', 'public.projections'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functionAs('pg_catalog, public', 'projections'));
  }
}

const functionAs = (path: string, table: string) => `
  CREATE OR REPLACE FUNCTION public.drop_projection(projection text, old_version int) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${path} AS $$
  BEGIN
    PERFORM FROM ${table} p WHERE p.name = projection AND p.version = old_version AND p.state = 'retired' FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'version % of % is not retired', old_version, projection; END IF;
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', projection || '_v' || old_version);
    DELETE FROM ${table} p WHERE p.name = projection AND p.version = old_version;
  END $$`;
