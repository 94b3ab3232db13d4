import type { Tx } from '@janela/platform';

/** The officers who handled a household and so do not decide about it. What was not published is not known. */
export interface PublishedHandlers {
  householdId: string;
  /** Of the household in the register; an older one never overwrites a newer. */
  version: number;
  registeredBy: string | null;
  payeeAskedBy: string | null;
}

/** Keeps who registered households and who asked for the payees that were confirmed last, in whatever order it is consumed. */
export async function keepHandlers(tx: Tx, published: readonly PublishedHandlers[]): Promise<void> {
  if (published.length === 0) return;
  await tx.query(keepSql, [
    published.map(({ householdId }) => householdId),
    published.map(({ version }) => version),
    published.map(({ registeredBy }) => registeredBy),
    published.map(({ payeeAskedBy }) => payeeAskedBy),
  ]);
}

/** Returns the ids of the officers who registered each of these households or asked for its payee, as far as they are known. */
export async function findHandlers(tx: Tx, householdIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ householdId: string; handlers: string[] }[]>(
    `SELECT household_id AS "householdId", array_remove(ARRAY[registered_by, payee_asked_by], NULL) AS handlers
     FROM household_handlers WHERE household_id = ANY ($1)`,
    [householdIds],
  );
  return new Map(rows.map(({ householdId, handlers }) => [householdId, handlers]));
}

const keepSql = `
  INSERT INTO household_handlers AS known (household_id, registered_by, payee_asked_by, payee_version)
  SELECT id, max(registered_by), (array_agg(asked_by ORDER BY version DESC) FILTER (WHERE asked_by IS NOT NULL))[1],
    COALESCE(max(version) FILTER (WHERE asked_by IS NOT NULL), 0)
  FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) AS published (id, version, registered_by, asked_by)
  GROUP BY id ORDER BY id
  ON CONFLICT (household_id) DO UPDATE SET
    registered_by = COALESCE(known.registered_by, excluded.registered_by),
    payee_asked_by = CASE WHEN excluded.payee_version > known.payee_version THEN excluded.payee_asked_by ELSE known.payee_asked_by END,
    payee_version = greatest(known.payee_version, excluded.payee_version)`;
