import { insertAll, type Tx } from '@janela/platform';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

import { IdentifierEntity } from './identifier.entity.ts';
import { PersonEntity } from './person.entity.ts';
import { ConsentEntity } from './consent.entity.ts';
import { HouseholdEntity } from './household.entity.ts';
import { PayeeChangeEntity } from './payee-change.entity.ts';
import { PayeeEntity } from './payee.entity.ts';
import type { RecordDiff, RowChange } from './record-diff.ts';

/** Writes what became of a household: only the rows and columns that differ. */
export async function writeDiff(tx: Tx, diff: RecordDiff): Promise<void> {
  await writeRows(tx, HouseholdEntity, diff.household, ({ id }) => ({ id }));
  // There is one head at every moment: the old one steps down before the new one stands up.
  const people = diff.people.toSorted(
    (a, b) => Number(b.was?.relationship === 'head') - Number(a.was?.relationship === 'head'),
  );
  await writeRows(tx, PersonEntity, people, ({ id }) => ({ id }));
  await writeRows(tx, IdentifierEntity, diff.identifiers, ({ id }) => ({ id }));
  await writeRows(tx, PayeeEntity, diff.payee, ({ householdId }) => ({ householdId }));
  await writeRows(tx, PayeeChangeEntity, diff.payeeChanges, ({ id }) => ({ id }));
  await writeRows(tx, ConsentEntity, diff.consents, ({ householdId, purpose }) => ({ householdId, purpose }));
}

async function writeRows<Row extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  changes: readonly RowChange<Row>[],
  keyOf: (row: Row) => FindOptionsWhere<Row>,
): Promise<void> {
  for (const { row, was } of changes) {
    if (was === null) continue;
    const values = Object.fromEntries(Object.keys(was).map((column) => [column, row[column]]));
    await tx.update(entity, keyOf(row), values as QueryDeepPartialEntity<Row>);
  }
  await insertAll(
    tx,
    entity,
    changes.flatMap(({ row, was }) => (was === null ? [row] : [])),
  );
}
