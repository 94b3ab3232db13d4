import type { Tx } from '@janela/platform';

import type { Death } from './known-household.ts';

/** Returns the death of a person, if one is known. */
export async function findDeath(tx: Tx, personId: string): Promise<Death | undefined> {
  const [death] = await tx.query<Death[]>(
    'SELECT person_id AS "personId", died_on::text AS "diedOn", certainty FROM deaths WHERE person_id = $1',
    [personId],
  );
  return death;
}

/** Keeps a death, or forgets one that turned out not to be true. */
export async function keepDeath(tx: Tx, personId: string, death: Omit<Death, 'personId'> | undefined): Promise<void> {
  if (!death) {
    await tx.query('DELETE FROM deaths WHERE person_id = $1', [personId]);
    return;
  }
  await tx.query(
    `INSERT INTO deaths (person_id, died_on, certainty) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET (died_on, certainty) = (excluded.died_on, excluded.certainty)`,
    [personId, death.diedOn, death.certainty],
  );
}
