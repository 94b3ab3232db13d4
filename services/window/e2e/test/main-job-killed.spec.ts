import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runMainJob } from '@janela/local';
import { type Random, seeded } from '@janela/testing';

import { type OwnHouse, startHouseOfItsOwn } from './own-house.ts';
import { disagreementsIn, settledTotals, type Totals, totalsOf } from './totals.ts';

/** Those of `countries/zambia/sample` that have no wrong row. */
const soundHouseholds = 491;
const mostBeginnings = 60;

let house: OwnHouse;
let random: Random;

beforeAll(async () => {
  random = seeded('the main job, with everything killed once');
  house = await startHouseOfItsOwn();
}, 300_000);
afterAll(() => house?.stop(), 60_000);

/** The main job, from the beginning again whenever what happened broke it off. Answers how often it was begun. */
async function runToItsEnd(): Promise<number> {
  for (let begun = 1; ; begun += 1) {
    try {
      await runMainJob(house.at, () => undefined);
      return begun;
    } catch (error) {
      if (begun === mostBeginnings) throw error;
      await sleep(500);
    }
  }
}

/** Ends each without warning, in some order, and starts it again. */
async function killEachOnce(): Promise<string[]> {
  const order = random.shuffle([...house.victims]);
  for (const [, victim] of order) {
    await sleep(random.between(500, 2_000));
    await victim.kill();
    await victim.start();
  }
  return order.map(([name]) => name);
}

describe('the main job, while every service and the broker are killed once', () => {
  let settled: Totals;

  it('ends with every household, decision, payment and figure there, and the books of all in agreement', async () => {
    const job = runToItsEnd();
    job.catch(() => undefined);
    const killed = await killEachOnce();
    process.stdout.write(`killed: ${killed.join(', ')}; the main job was begun ${await job} times\n`);

    settled = await settledTotals(house);
    process.stdout.write(`${JSON.stringify(settled)}\n`);
    expect(disagreementsIn(settled)).toEqual([]);
    expect(settled.households).toBe(soundHouseholds);
    expect(settled.paid).toBeGreaterThan(0);
  }, 900_000);

  it('does nothing twice when it is run again', async () => {
    await runMainJob(house.at, () => undefined);

    expect(await totalsOf(house)).toEqual(settled);
  }, 300_000);
});
