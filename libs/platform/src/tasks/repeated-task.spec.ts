import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';

import { RepeatedTask } from './repeated-task.ts';

Logger.overrideLogger(false);

/** Resolves with the number of the run that has begun, as each begins. */
function countedRuns(work: (count: number) => Promise<unknown>) {
  const waiting = new Map<number, () => void>();
  let count = 0;
  const run = async () => {
    count += 1;
    waiting.get(count)?.();
    await work(count);
  };
  const reached = (number: number) =>
    new Promise<void>((resolve) => (count >= number ? resolve() : waiting.set(number, resolve)));
  return { run, reached, count: () => count };
}

describe('a repeated task', () => {
  it('runs again after a run, also after one that failed', async () => {
    const { run, reached, count } = countedRuns((number) =>
      number === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(),
    );
    const task = new RepeatedTask({ everyMs: 1, failure: 'It failed', run });
    const keepAlive = setInterval(() => undefined, 1_000);
    task.start();
    await reached(3);
    await task.stop();
    clearInterval(keepAlive);
    expect(count()).toBeGreaterThanOrEqual(3);
  });

  it('has ended when it is stopped: the run under way is waited for, and none follows', async () => {
    let finish: () => void = () => undefined;
    let finished = false;
    const { run, reached, count } = countedRuns(
      () =>
        new Promise<void>((resolve) => {
          finish = () => {
            finished = true;
            resolve();
          };
        }),
    );
    const task = new RepeatedTask({ everyMs: 1, failure: 'It failed', run });
    const keepAlive = setInterval(() => undefined, 1_000);
    task.start();
    await reached(1);
    const stopped = task.stop();
    finish();
    await stopped;
    clearInterval(keepAlive);
    expect([finished, count()]).toEqual([true, 1]);
  });
});
