import { describe, expect, it } from '@jest/globals';

import { heading, register, search } from '../stage.ts';
import { newcomer, type Run } from './run.ts';

/** Registers the newcomer and others: searched for first, warned of who is there already, and never twice. */
export function registeringJourneys(run: Run): void {
  describe('a caseworker in Samfya', () => {
    it('finds no one of a name, registers the household, sees what it qualifies for and why, and applies', () =>
      run.stage.at('caseworker', async ({ page, barriers }) => {
        await search(page, 'Xolani Quist');
        await page
          .getByText(/No one/)
          .first()
          .waitFor();
        await page.goto(`${run.window}/households/new`);
        await register(page, newcomer);
        await page
          .getByText(/Write this number on the card: ZM104011/)
          .first()
          .waitFor();
        await heading(page, 'Quist, Xolani');
        await page.getByText('Could receive').waitFor();
        await page.getByRole('button', { name: 'Why?' }).first().click();
        await page.getByRole('columnheader', { name: 'What is needed' }).first().waitFor();
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Apply' }).first().click();
        await page.getByText('Applied').first().waitFor();
        await page.getByRole('button', { name: 'Apply' }).first().click();
        await page.getByText('Applied').nth(1).waitFor();
      }));

    it('is shown the household that is there already when the same person is registered again', () =>
      run.stage.at('caseworker', async ({ page, context, complaints, barriers }) => {
        await page.goto(`${run.window}/households/new`);
        await register(page, newcomer);
        const alert = page.getByRole('alert');
        await alert.getByText('Nothing is saved yet').waitFor();
        await alert.getByText(/90 % alike: ZM104011/).waitFor();
        expect(await barriers()).toEqual([]);
        await alert.getByRole('button', { name: 'Stop' }).click();
        // Without a connection it says what is true: nothing was sent, and the button is to be pressed again.
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Register this household' }).click();
        await alert.getByText('Press the button again when the connection is back.').waitFor();
        await context.setOffline(false);
        await page.getByRole('banner').getByText('Online').waitFor();
        complaints.splice(0);
        await page.getByRole('button', { name: 'Register this household' }).click();
        await alert.getByRole('link', { name: /^Open/ }).first().click();
        await heading(page, 'Quist, Xolani');
        // What was answered is still there, and another person of the same name can be registered.
        await page.goto(`${run.window}/households/new`);
        await page.getByRole('button', { name: 'Register this household' }).click();
        await alert.getByRole('button', { name: 'This is another person, register' }).click();
        await page
          .getByText(/Write this number on the card: ZM104011/)
          .first()
          .waitFor();
      }));

    it('reads that an official number is registered in another district, and goes back or registers all the same', async () => {
      const nrc = '999999/10/1';
      await run.stage.at('caseworker', async ({ page }) => {
        await page.goto(`${run.window}/households/new`);
        await register(page, { ...newcomer, givenNames: 'Ireen', familyName: 'Chola', nrc });
        await page
          .getByText(/Write this number on the card: ZM104011/)
          .first()
          .waitFor();
      });
      await run.stage.at('caseworker-lunga', async ({ page, barriers }) => {
        await page.goto(`${run.window}/households/new`);
        await register(page, { ...newcomer, givenNames: 'Agnes', familyName: 'Mwewa', nrc });
        const alert = page.getByRole('alert');
        await alert.getByText('This number is registered in another district').waitFor();
        expect(await barriers()).toEqual([]);
        await alert.getByRole('button', { name: 'Go back' }).click();
        await page.getByRole('button', { name: 'Register this household' }).click();
        await alert.getByRole('button', { name: 'Register all the same' }).click();
        await page
          .getByText(/Write this number on the card: ZM104005/)
          .first()
          .waitFor();
        await page.getByText('This number is registered in another district').waitFor();
      });
    });

    it('registers one household though the answer to the first try was lost', () =>
      run.stage.at('caseworker', async (user) => {
        const { page, complaints } = user;
        await page.goto(`${run.window}/households/new`);
        const households = '**/api/registry/v1/households';
        await page.route(households, async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        });
        await register(page, { ...newcomer, givenNames: 'Perpetua', familyName: 'Zulwa' });
        await page.getByRole('alert').first().waitFor();
        await page.unroute(households);
        // The browser says of its own accord that the answer was cut.
        complaints.splice(0);
        await page.getByRole('button', { name: 'Register this household' }).click();
        await page
          .getByText(/Write this number on the card: ZM104011/)
          .first()
          .waitFor();
        await search(page, 'Perpetua Zulwa');
        await page.getByRole('link', { name: 'Perpetua Zulwa' }).first().waitFor();
        expect(await page.getByRole('link', { name: 'Perpetua Zulwa' }).count()).toBe(1);
      }));
  });
}
