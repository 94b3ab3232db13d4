import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import { runDemo } from '@janela/demo-run';
import { seeded } from '@janela/testing';

import { disagreementsIn, settledTotals, type Totals, totalsOf } from '../totals.ts';
import type { Run } from './run.ts';

/** Those of `countries/zambia/sample` that have no wrong row. */
const soundHouseholds = 491;
const mostBeginnings = 60;

/** A new stack, and the main job while every service and the broker are killed once. */
export function mainJobJourneys(run: Run): void {
  describe('a new stack', () => {
    it('says on every page that no country has been loaded, and has no figures yet', () =>
      run.stage.at('statistician', async ({ page, barriers }) => {
        await page.getByText('No country yet').waitFor();
        await page.goto(`${run.window}/figures`);
        await page.getByText('No country yet').waitFor();
        await page.getByText('No figures yet').waitFor();
        expect(await barriers()).toEqual([]);
      }));
  });

  describe('the main job, while every service and the broker are killed once', () => {
    let settled: Totals;

    it('ends with every household, decision, payment and figure there, and the books of all in agreement', async () => {
      const job = runToItsEnd(run);
      job.catch(() => undefined);
      const killed = await killEachOnce(run);
      process.stdout.write(`killed: ${killed.join(', ')}; the main job was begun ${await job} times\n`);

      settled = await settledTotals(run.stage.stack);
      process.stdout.write(`${JSON.stringify(settled)}\n`);
      expect(disagreementsIn(settled)).toEqual([]);
      expect(settled).toMatchObject({
        households: soundHouseholds,
        householdsRegisteredTwice: 8,
        cyclesClosed: 2,
        contributions: 2,
      });
      expect(settled.paid).toBeGreaterThan(0);
    }, 900_000);

    it('does nothing twice when it is run again', async () => {
      await runDemo(run.stage.stack.at, () => undefined);

      expect(await totalsOf(run.stage.stack)).toEqual(settled);
    }, 300_000);
  });
}

/** The main job, from the beginning again whenever what happened broke it off. Returns how often it was begun. */
async function runToItsEnd(run: Run): Promise<number> {
  for (let begun = 1; ; begun += 1) {
    try {
      await runDemo(run.stage.stack.at, () => undefined);
      return begun;
    } catch (error) {
      if (begun === mostBeginnings) throw error;
      await sleep(500);
    }
  }
}

/** Ends each without warning, in some order, and starts it again. */
async function killEachOnce(run: Run): Promise<string[]> {
  const random = seeded('the main job, with everything killed once');
  const order = random.shuffle([...run.stage.stack.victims]);
  for (const [, victim] of order) {
    await sleep(random.between(500, 2_000));
    await victim.kill();
    await victim.start();
  }
  return order.map(([name]) => name);
}
