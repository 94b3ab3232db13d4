import { describe, expect, it } from '@jest/globals';

import { heading } from '../stage.ts';
import type { Run } from './run.ts';

/** An appeal against the refusal, from the complaint to the application that is open again. */
export function appealJourneys(run: Run): void {
  describe('an appeal', () => {
    it('is filed by a caseworker, upheld by a reviewer who did not decide, and reopens the application', async () => {
      await run.stage.at('caseworker', async ({ page, barriers }) => {
        await page.goto(`${run.window}/decisions/${run.refusedApplication}`);
        await page.getByRole('link', { name: 'File a complaint' }).click();
        await page.getByLabel('About').selectOption({ label: 'Application refused' });
        await page.getByLabel('What happened?').fill('She says that her son has moved away.');
        await page.getByRole('button', { name: 'File it' }).click();
        await page.getByRole('link', { name: 'Open the complaint' }).click();
        await page.getByLabel('Why is the decision wrong?').fill('No one who lives with her works.');
        await page.getByRole('button', { name: 'Appeal against the decision' }).click();
        await page.getByRole('heading', { name: 'Appeal', exact: true }).waitFor();
        run.appealAddress = page.url();
        expect(await barriers()).toEqual([]);
      });
      await run.stage.at('appeals-reviewer', async ({ page, barriers }) => {
        await page.goto(run.window);
        await page.getByRole('link', { name: /appeals? waits? for your decision/ }).click();
        await heading(page, 'Appeals');
        await page.getByLabel('State', { exact: true }).selectOption({ label: 'All' });
        await page.getByRole('cell', { name: 'No one who lives with her works.' }).waitFor();
        expect(await barriers()).toEqual([]);
        await page.goto(run.appealAddress);
        // What is appealed against stands above what is decided about it.
        await page.getByRole('heading', { name: /^The decision: / }).waitFor();
        await page.getByText(/^Decided by /).waitFor();
        await page.getByRole('link', { name: 'See the application' }).click();
        await page.getByRole('heading', { name: 'The decision', exact: true }).waitFor();
        await page.goto(run.appealAddress);
        await page.getByLabel('Reason, in plain words').fill('The son moved in May; the village head confirms it.');
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Uphold' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
        await page.getByText('Upheld').first().waitFor();
        await page.getByRole('link', { name: 'Appeals', exact: true }).click();
        await heading(page, 'Appeals');
      });
      await run.stage.at('supervisor', async ({ page }) => {
        const state = page.getByText(/Reopened|Waits for a decision/).first();
        for (let looks = 0; looks < 20 && !(await state.isVisible()); looks += 1) {
          await page.goto(`${run.window}/decisions/${run.refusedApplication}`);
          await state.waitFor({ timeout: 1_000 }).catch(() => undefined);
        }
        expect(await state.isVisible()).toBe(true);
        // Who decides again reads why.
        await page.getByText('The son moved in May; the village head confirms it.').waitFor();
        await page.getByRole('link', { name: 'See the complaint' }).click();
        await page.getByRole('heading', { name: 'Appeal', exact: true }).waitFor();
      });
    });
  });
}
