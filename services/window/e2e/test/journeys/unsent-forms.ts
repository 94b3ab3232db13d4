import { describe, expect, it } from '@jest/globals';
import { demonstrationEmail, demonstrationPassword } from '@janela/contracts';

import type { UserSession } from '../browser.ts';
import type { Run } from './run.ts';

/** What is typed and not sent stays: over a reload, an expired session, and in two tabs. */
export function unsentFormJourneys(run: Run): void {
  describe('a caseworker in Samfya', () => {
    it('keeps what was answered over a reload in the middle of the registration', () =>
      run.stage.at('caseworker', async ({ page }) => {
        await page.goto(`${run.window}/households/new`);
        await page.getByLabel('How many months has the household lived here?').fill('30');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByLabel('Given names').fill('Half');
        await page.getByLabel('Family name').fill('Written');
        // What is typed is on the device a moment later.
        await page.waitForTimeout(500);
        await page.reload();
        await page.getByLabel('Given names').waitFor();
        expect([
          await page.getByLabel('Given names').inputValue(),
          await page.getByLabel('Family name').inputValue(),
        ]).toEqual(['Half', 'Written']);
        await page.getByRole('button', { name: 'Discard', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      }));

    it('keeps a complaint that is sent when the session is over, and has it again after signing in', () =>
      run.stage.at('caseworker', async ({ page, context }) => {
        await page.goto(`${run.window}/complaints/new`);
        await page.getByLabel('About').selectOption({ label: 'Something else' });
        await page.getByLabel('What happened?').fill('The road was flooded on the day.');
        await page.waitForTimeout(500);
        await context.clearCookies();
        await page.getByRole('button', { name: 'File it' }).click();
        await page.getByRole('alert').first().waitFor();
        await page.goto(`${run.window}/login`);
        await page.locator('input[autocomplete~="username"]').fill(demonstrationEmail('caseworker'));
        await page.locator('input[type="password"]').fill(demonstrationPassword);
        await page.locator('button[type="submit"]').click();
        await page.waitForURL(`${run.window}/**`);
        await page.goto(`${run.window}/complaints/new`);
        await page.getByLabel('What happened?').waitFor();
        expect(await page.getByLabel('What happened?').inputValue()).toBe('The road was flooded on the day.');
        await page.getByRole('button', { name: 'Discard', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      }));

    it('reads in one tab that a form was changed in another, and keeps the one that is chosen', () =>
      run.stage.at('caseworker', async ({ page, context }) => {
        const written = (tab: UserSession['page']) => tab.getByLabel('What happened?');
        const warning = (tab: UserSession['page']) => tab.getByText('This form was changed in another tab');
        const until = (tab: UserSession['page'], text: string) =>
          tab.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, text);
        await page.goto(`${run.window}/complaints/new`);
        await written(page).fill('One.');
        await page.waitForTimeout(500);
        const other = await context.newPage();
        await other.goto(`${run.window}/complaints/new`);
        await until(other, 'One.');
        await written(other).fill('Two.');
        await warning(page).waitFor();
        await page.getByRole('button', { name: 'Keep this one' }).click();
        await warning(page).waitFor({ state: 'detached' });
        await warning(other).waitFor();
        await other.getByRole('button', { name: 'Keep this one' }).click();
        await warning(page).waitFor();
        await page.getByRole('button', { name: 'Take that one' }).click();
        await until(page, 'Two.');
        await page.getByRole('button', { name: 'Discard', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      }));
  });
}
