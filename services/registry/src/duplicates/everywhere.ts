import type { Tx } from '@janela/platform';

/**
 * Does a part of a transaction with every area in reach: whether somebody is in the register twice does not end at the border of a
 * district. What it finds is not to be shown to whoever could not see it otherwise.
 */
export async function everywhere<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [row] = await tx.query<{ areas: string | null }[]>(`SELECT current_setting('janela.areas', true) AS areas`);
  await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
  const result = await work();
  // Where the work fails, the transaction or its savepoint is undone, and the setting with it.
  await tx.query(`SELECT set_config('janela.areas', $1, true)`, [row?.areas ?? '']);
  return result;
}
