import { describe, expect, it } from '@jest/globals';

import { heading, search, tabTo } from '../stage.ts';
import type { Run } from './run.ts';

/** Finds a household by the sound of its name, without a mouse, and in Portuguese. */
export function findingJourneys(run: Run): void {
  describe('a caseworker in Samfya', () => {
    it('finds the household by a name that is written as it sounds, and sees who has looked', () =>
      run.stage.at('caseworker', async ({ page }) => {
        await search(page, 'Xolani Quist');
        await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
        await heading(page, 'Quist, Xolani');
        await page.getByRole('tab', { name: 'Who has looked' }).click();
        await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
      }));

    it('does without a mouse: finds the household, opens it and asks why', () =>
      run.stage.at('caseworker', async ({ page }) => {
        await search(page, 'Xolani Quist');
        const found = page.getByRole('link', { name: 'Xolani Quist' }).first();
        await found.waitFor();
        await tabTo(page, found);
        await page.keyboard.press('Enter');
        await heading(page, 'Quist, Xolani');
        const why = page.getByRole('button', { name: 'Why?' }).first();
        await why.waitFor();
        await tabTo(page, why);
        await page.keyboard.press('Enter');
        await page.getByRole('columnheader', { name: 'What is needed' }).first().waitFor();
        await tabTo(page, page.getByRole('tab', { name: 'Applications' }));
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
      }));

    it('works in Portuguese as well', () =>
      run.stage.at(
        'caseworker',
        async ({ page, barriers }) => {
          await heading(page, /Bom dia|Boa tarde|Boa noite/);
          expect(await barriers()).toEqual([]);
          await search(page, 'Xolani Quist');
          await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
          await page.getByRole('heading', { name: 'Pessoas' }).waitFor();
          await page.getByRole('button', { name: 'Porquê?' }).first().click();
          await page.getByRole('columnheader', { name: 'O que é preciso' }).first().waitFor();
          await page.getByRole('tab', { name: 'Candidaturas' }).waitFor();
        },
        'pt-PT',
      ));
  });
}
