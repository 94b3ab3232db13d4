import { setTimeout as sleep } from 'node:timers/promises';

import { UserError } from '@janela/supervisor';

/** Does the work for each item, so many at a time; the first failure ends it. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Returns the answer as soon as there is one; throws, saying what it waited for, when it takes too long. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  { withinMs = 180_000, everyMs = 250 } = {},
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline)
      throw new UserError(`${what} did not happen within ${withinMs / 1000} s: the logs of the services say why.`);
    await sleep(everyMs);
  }
}
