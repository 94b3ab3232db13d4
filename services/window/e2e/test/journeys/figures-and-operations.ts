import { describe, expect, it } from '@jest/globals';

import { heading } from '../stage.ts';
import type { Run } from './run.ts';

/** The figures in two languages, and what an operator sees of the services. */
export function figureJourneys(run: Run): void {
  describe('a statistician', () => {
    it('reads SDG 1.3.1 as chart and table, with how each figure was counted, and takes it away as CSV', () =>
      run.stage.at('statistician', async ({ page, barriers }) => {
        await page.goto(`${run.window}/figures`);
        await heading(page, /SDG 1\.3\.1/);
        await page.getByRole('cell', { name: 'At least one benefit' }).first().waitFor();
        await page.getByRole('button', { name: 'How this was counted' }).first().click();
        await page.getByText('Definition:').first().waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'Download CSV' }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(/\.csv$/);
        expect(await barriers()).toEqual([]);
      }));

    it('reads it in Portuguese', () =>
      run.stage.at(
        'statistician',
        async ({ page }) => {
          await page.goto(`${run.window}/figures`);
          await heading(page, /ODS 1\.3\.1/);
          await page.getByRole('cell', { name: 'Pelo menos uma prestação' }).first().waitFor();
          await page.getByRole('button', { name: 'Como foi contado' }).first().click();
          await page.getByText('Definição:').first().waitFor();
        },
        'pt-PT',
      ));
  });

  describe('an operator', () => {
    it('sees that no service has failed messages', () =>
      run.stage.at('operator', async ({ page }) => {
        await page.goto(`${run.window}/operations`);
        await page.getByText('No failed messages').nth(4).waitFor();
      }));
  });
}
