import { invariant } from '@janela/kernel';

// A scalar subquery is evaluated once per statement, not once per row. Without the setting no row is seen.
const scopes = `(SELECT NULLIF(current_setting('janela.areas', true), '')::text[])`;

/**
 * The statements that bind a table to areas, for a migration: a row is seen, and may be written, only by a transaction one of
 * whose areas is the row's own or lies above it. It holds for the table's owner too.
 */
export function enableAreaPolicy(table: string, column = 'area_code'): string {
  const reaches = `${identifier(column)} ^@ ANY (${scopes}::text[])`;
  return `
    ALTER TABLE ${identifier(table)} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${identifier(table)} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${identifier(`${table}_area`)} ON ${identifier(table)} USING (${reaches}) WITH CHECK (${reaches});`;
}

/** Undoes `enableAreaPolicy`. */
export function disableAreaPolicy(table: string): string {
  return `
    DROP POLICY ${identifier(`${table}_area`)} ON ${identifier(table)};
    ALTER TABLE ${identifier(table)} NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE ${identifier(table)} DISABLE ROW LEVEL SECURITY;`;
}

function identifier(name: string): string {
  invariant(/^[a-z][a-z0-9_]{0,62}$/.test(name), `"${name}" is not a table or column name`);
  return name;
}
