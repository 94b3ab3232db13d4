import { describe, expect, it } from '@jest/globals';

import { everyPlace } from '../every-control.ts';
import { heading } from '../stage.ts';
import { dismissDuplicate } from '../two-people.ts';
import type { Run } from './run.ts';

/** Everything that can be pressed by the other roles, and on the page where they sign in. */
export function roleControlJourneys(run: Run): void {
  describe('everything that can be pressed', () => {
    it('is pressed where two people look like one, by a supervisor who knows that they are two', () =>
      run.stage.at('supervisor', async ({ page, barriers }) => {
        await dismissDuplicate(page, run.window);
        expect(await barriers()).toEqual([]);
      }));

    it.each([
      'supervisor',
      'payments-officer',
      'payments-approver',
      'statistician',
      'administrator',
      'operator',
      'auditor',
    ])('is pressed in the menu of the %s, who is sent home from the work of others', (login) =>
      run.stage.at(login, async (user) => {
        await everyPlace(user);
        await user.page.goto(`${run.window}/households/new`);
        if (login === 'supervisor') return heading(user.page, 'Register a household');
        return user.page.getByText('Who can: Caseworker, Supervisor.').waitFor();
      }),
    );

    it('is pressed by a statistician who looks at figures of another area and day', () =>
      run.stage.at('statistician', async ({ page }) => {
        await page.goto(`${run.window}/figures`);
        await page.getByLabel('Area').selectOption({ index: 0 });
        await page.getByLabel('As of').fill(new Date().toISOString().slice(0, 10));
        await page.getByRole('button', { name: 'Show', exact: true }).click();
        await heading(page, /SDG 1\.3\.1/);
      }));

    it('is pressed by an administrator who imports a file that is none, and reads why it is not taken', () =>
      run.stage.at('administrator', async ({ page }) => {
        await page.goto(`${run.window}/imports`);
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          page.getByRole('button', { name: 'Choose a file' }).click(),
        ]);
        await chooser.setFiles({ name: 'none.csv', mimeType: 'text/csv', buffer: Buffer.from('colour\nblue\n') });
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await page.getByRole('alert').or(page.getByText('Stopped')).first().waitFor();
        const another = page.getByRole('button', { name: 'Import another file' });
        if (await another.isVisible()) await another.click();
      }));

    it('is pressed on the sign-in page, by a person who tries it in another language', () =>
      run.stage.outside(async (page) => {
        await page.goto(run.window);
        await page.getByRole('link', { name: 'Sign in' }).click();
        await page.getByRole('link', { name: 'Português' }).click();
        await page.getByRole('link', { name: 'Français' }).click();
        await page.getByRole('link', { name: 'English' }).click();
        await page.locator('summary').click();
        await page.locator('details a').first().click();
        await page.locator('input[type="password"]').waitFor();
      }));
  });
}
