import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cycleStates, OutcomeStatus, paymentStates } from '@janela/contracts';
import { type FreshDatabase, freshDatabase } from '@janela/testing';

import { migrations } from '../src/data-source.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(migrations);
});
afterAll(() => database.drop());

async function statesIn(constraint: string): Promise<string[]> {
  const [row] = await database.dataSource.query<{ text: string }[]>(
    'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
    [constraint],
  );
  return [...(row?.text ?? '').matchAll(/'([a-z]+)'/g)].map(([, state = '']) => state);
}

describe('the database', () => {
  it('knows the states of payments and cycles that the tables name, and no others', async () => {
    expect(await statesIn('payments_state_known')).toEqual([...paymentStates.states]);
    expect(await statesIn('cycles_state_known')).toEqual([...cycleStates.states]);
    expect(await statesIn('outcomes_status_known')).toEqual([...OutcomeStatus.options]);
  });

  it.each([
    ['payment', paymentStates],
    ['cycle', cycleStates],
  ] as const)('lets a %s move where its table leads, and nowhere else', async (what, table) => {
    const [row] = await database.dataSource.query<{ body: string }[]>(
      'SELECT prosrc AS body FROM pg_proc WHERE proname = $1',
      [`${what}_moves_on`],
    );
    const moves = [...(row?.body ?? '').matchAll(/'([a-z]+) ([a-z]+)'/g)].map(([, from, to]) => `${from} ${to}`);
    const next: (state: never) => readonly string[] = table.next;
    const led = table.states.flatMap((from) => next(from as never).map((to) => `${from} ${to}`));
    expect(moves.sort()).toEqual(led.sort());
  });
});
