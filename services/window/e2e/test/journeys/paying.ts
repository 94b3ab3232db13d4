import { describe, expect, it } from '@jest/globals';
import { periodNow } from '@janela/demo-run';

import { openOwnProgramme, ownProgramme } from '../own-programme.ts';
import { approveCycle, decideFunds, lookAtDifferences, loseAnswer, proposeFunds } from '../two-people.ts';
import type { Run } from './run.ts';

/** Two people propose and approve funds and a cycle, and follow it until every payment is settled. */
export function payingJourneys(run: Run): void {
  describe('two payments officers', () => {
    it('prepare and approve a cycle, each their part, and follow it until every payment is settled', async () => {
      await openOwnProgramme(run.stage.people);
      const { code: programme, title } = ownProgramme;
      await run.stage.at('payments-officer', async ({ page, barriers }) => {
        await page
          .getByRole('link', { name: /payments? failed/ })
          .first()
          .click();
        await page.getByRole('heading', { name: 'Progress' }).waitFor();
        expect(await page.getByLabel('State').inputValue()).toBe('failed');
        await page.getByRole('table').last().getByRole('link').first().waitFor();
        await proposeFunds(page, run.window, programme);
        expect(await barriers()).toEqual([]);
        expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      });
      await run.stage.at('payments-approver', async ({ page, barriers }) => {
        await decideFunds(page, run.window);
        expect(await barriers()).toEqual([]);
      });
      await run.stage.at('payments-officer', async ({ page, barriers }) => {
        await page.goto(`${run.window}/payments`);
        await page.getByRole('button', { name: 'Open a cycle' }).waitFor();
        expect(await barriers()).toEqual([]);
        await page.getByLabel('Programme').selectOption(programme);
        await page.getByLabel('First month').fill(periodNow());
        await page.getByRole('button', { name: 'Open a cycle' }).click();
        await page.getByRole('link', { name: title }).first().click();
        await page.getByText('This is the first cycle of the programme.').waitFor();
        await page.getByText('Opened by Esther Tembo').waitFor();
        await page.getByRole('button', { name: 'Send for approval' }).click();
        await page.getByText('Waits for approval').first().waitFor();
        expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      });
      await run.stage.at('payments-approver', async ({ page, barriers }) => {
        await page.goto(`${run.window}/payments`);
        await page.getByRole('link', { name: title }).first().click();
        await lookAtDifferences(page);
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Send back' }).click();
        await page.getByLabel('Why is it sent back?').fill('Not meant');
        await page.getByRole('button', { name: 'Discard', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
        await approveCycle(page);
      });
      await run.stage.at('payments-officer', async ({ page, barriers, complaints }) => {
        await page.goto(`${run.window}/payments`);
        await page.getByRole('link', { name: title }).first().click();
        await page.getByRole('button', { name: 'Send to the providers' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'No, go back' }).click();
        await page.getByRole('button', { name: 'Send to the providers' }).click();
        await loseAnswer(page, '**/v1/cycles/*/dispatch');
        await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
        await page.getByText('No answer came').waitFor();
        // The button has gone, and so does the question what became of it.
        await page.getByText('The page shows what became of it').waitFor();
        expect(await page.getByText('No answer came').count()).toBe(0);
        // The browser reports the answer that was lost.
        complaints.splice(0);
        await page.getByRole('heading', { name: 'Progress' }).waitFor();
        await page.getByText('No differences').waitFor();
        await page.getByRole('cell', { name: 'Paid', exact: true }).first().waitFor();
        expect(await barriers()).toEqual([]);
        const line = await page
          .getByText(/payments, K/)
          .first()
          .textContent();
        const [, count, total] = /(\d+) payments, K\s([\d,.]+) in all/.exec(line ?? '') ?? [];
        const rows = await page.getByRole('table').first().locator('tbody tr').all();
        const cells = await Promise.all(rows.map((row) => row.locator('td').allTextContents()));
        const sum = (column: number) =>
          cells.reduce((all, row) => all + Number(row[column]?.replaceAll(/[^\d.]/g, '')), 0);
        expect([sum(1), sum(2)]).toEqual([Number(count), Number(total?.replaceAll(',', ''))]);
        expect(sum(1)).toBeGreaterThan(0);
        await page.getByRole('table').first().getByRole('link', { name: 'Paid' }).click();
        await page.getByLabel('State').selectOption({ label: 'All' });
        await page.getByLabel('State').selectOption({ label: 'Paid' });
        await page.locator('td[data-head="Reference"] a').first().click();
        await page.getByRole('link', { name: 'See the household' }).click();
        await page.getByRole('heading', { name: 'Who collects the money' }).waitFor();
        await page.goBack();
        await page.getByRole('link', { name: 'See the cycle' }).click();
        await page.getByRole('heading', { name: 'Progress' }).waitFor();
      });
    });
  });
}
