import { describe, expect, it } from '@jest/globals';

import type { Run } from './run.ts';

/** The end of a session, here and at the issuer. */
export function signingOutJourneys(run: Run): void {
  describe('signing out', () => {
    it('ends the session here and at the issuer, which asks who it is again', () =>
      run.stage.at('caseworker', async ({ page }) => {
        await page.goto(`${run.window}/complaints/new`);
        await page.getByLabel('What happened?').fill('Not sent.');
        // What is typed is on the device a moment later.
        await page.waitForTimeout(500);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('dialog').getByText('1 form has not been sent').waitFor();
        await page.getByRole('dialog').getByRole('link').click();
        // The page reads from the device what was typed.
        await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Not sent.');
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('link', { name: 'Sign in' }).waitFor();
        await page.getByText('You are signed out').waitFor();
        expect(new URL(page.url()).origin).toBe(new URL(run.window).origin);
        await page.goto(`${run.window}/complaints/new`);
        await page.getByText('Sign in to see this page').waitFor();
        await page.goto(`${run.window}/login`);
        await page.locator('input[type="password"]').waitFor();
      }));
  });
}
