import type { ActedBy } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

/** Keeps the name of who acts here: rows keep ids, and people read names. */
export async function rememberName(tx: Tx, { id, name }: Actor): Promise<void> {
  await tx.query(
    `INSERT INTO staff AS known (id, name) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE known.name <> excluded.name`,
    [id, name],
  );
}

/** What these are called; who never acted here, such as the service itself, keeps its id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => string> {
  const rows = await tx.query<{ id: string; name: string }[]>('SELECT id, name FROM staff WHERE id = ANY($1)', [ids]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** Returns a person as routes answer them: the id is compared, the name is read. */
export function actedBy(id: string, nameOf: (id: string) => string): ActedBy {
  return { id, name: nameOf(id) };
}
