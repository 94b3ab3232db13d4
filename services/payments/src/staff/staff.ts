import type { ActedBy } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

/** Remembers by what name somebody who acts here is known: books keep ids, and people read names. */
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

/** Somebody as they are answered: the id decides, the name is for reading. */
export function actedBy(id: string, nameOf: (id: string) => string): ActedBy {
  return { id, name: nameOf(id) };
}
