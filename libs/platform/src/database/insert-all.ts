import { invariant } from '@janela/kernel';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import type { Tx } from '../context/tx.ts';

/**
 * Inserts any number of rows with one statement: a bind per column, not one per value, so neither the limit of 65,535 binds nor
 * the work of building values for each row stands in the way. What a row leaves out is null, not the column's default; columns
 * that the database generates are left to it. Does nothing for no rows.
 */
export async function insertAll<Row extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tablePath, columns } = tx.connection.getMetadata(entity);
  const written = columns.filter(({ isInsert, generationStrategy }) => isInsert && !generationStrategy);
  const binds = written.map((column) => rows.map((row) => valueOf(column, row)));
  const names = written.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const arrays = written.map((column, index) => `$${index + 1}::${elementType(column)}[]`).join(', ');
  const values = written.map(({ databaseName, isArray, type }) =>
    isArray ? `"${databaseName}"::${typeName(type)}[]` : `"${databaseName}"`,
  );
  await tx.query(
    `INSERT INTO ${tablePath} (${names}) SELECT ${values.join(', ')} FROM unnest(${arrays}) AS row (${names})`,
    binds,
  );
}

/** Arrays of arrays would be unnested to their last element, so they travel as text. */
function elementType({ isArray, type }: ColumnMetadata): string {
  return isArray ? 'text' : typeName(type);
}

function typeName(type: ColumnMetadata['type']): string {
  invariant(typeof type === 'string', 'a column that is inserted in bulk says its type in the words of Postgres');
  return type;
}

function valueOf(column: ColumnMetadata, row: ObjectLiteral): unknown {
  const value: unknown = row[column.propertyName];
  if (value === undefined || value === null) return null;
  if (column.isArray) return arrayLiteral(value as readonly unknown[]);
  if (column.type === 'jsonb' || column.type === 'json') return JSON.stringify(value);
  return value;
}

function arrayLiteral(items: readonly unknown[]): string {
  const texts = items.map((item) => (item === null ? 'NULL' : `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`));
  return `{${texts.join(',')}}`;
}
