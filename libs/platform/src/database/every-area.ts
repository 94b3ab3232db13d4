import type { Tx } from '../context/tx.ts';

/**
 * Does something in the open transaction that reaches every area, whatever the actor's: what the service does by
 * itself because of what the actor did, such as giving the place that was freed to the next in the queue. The caller may not
 * learn more of it than what lies in their own areas.
 */
export async function inEveryArea<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [row] = await tx.query<{ areas: string }[]>(
    `SELECT areas, set_config('janela.areas', '{""}', true) FROM (SELECT current_setting('janela.areas') AS areas)`,
  );
  const narrow = () => tx.query(`SELECT set_config('janela.areas', $1, true)`, [row?.areas ?? '']);
  try {
    const result = await work();
    await narrow();
    return result;
  } catch (error) {
    // Where a statement has failed the transaction is lost, and its settings with it.
    await narrow().catch(() => undefined);
    throw error;
  }
}
