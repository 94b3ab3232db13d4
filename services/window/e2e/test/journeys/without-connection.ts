import { describe, expect, it } from '@jest/globals';

import { heading, search } from '../stage.ts';
import type { Run } from './run.ts';

/** What is on the screen, and what is said, while there is no connection. */
export function connectionJourneys(run: Run): void {
  describe('the window without a connection', () => {
    it('is there without a connection: a page that was not loaded yet says so, and the screen stays', () =>
      run.stage.at('caseworker', async ({ page, context, complaints }) => {
        await heading(page, /Good/);
        await context.setOffline(true);
        await page.getByRole('navigation').first().getByRole('link', { name: 'Complaints', exact: true }).click();
        await page.getByText('There is no connection').waitFor();
        await heading(page, /Good/);
        await context.setOffline(false);
        await page.getByText('The connection is back').waitFor();
        await page.getByRole('button', { name: 'Open the page' }).click();
        await heading(page, 'Complaints');
        complaints.splice(0);
      }));

    it('is there without a connection: a search says so, and finds by itself when the connection is back', () =>
      run.stage.at('caseworker', async ({ page, context, complaints }) => {
        await search(page, 'Xolani Quist');
        await page.getByRole('link', { name: 'Xolani Quist' }).first().waitFor();
        await context.setOffline(true);
        await search(page, 'Perpetua Zulwa');
        await page.getByRole('alert').getByText('There is no connection').waitFor();
        await context.setOffline(false);
        await page.getByRole('link', { name: 'Perpetua Zulwa' }).first().waitFor();
        complaints.splice(0);
      }));

    it('says in one place and the other that there is none, where the gateway is down and the network is there', () =>
      run.stage.at('caseworker', async ({ page, complaints }) => {
        await heading(page, /Good/);
        const banner = page.getByRole('banner');
        await search(page, 'Xolani Quist');
        await page.getByRole('link', { name: 'Xolani Quist' }).first().waitFor();
        await banner.getByText('Online').waitFor();
        await page.route('**/*', (route) => route.abort('connectionrefused'));
        await search(page, 'Perpetua Zulwa');
        await page.getByRole('alert').getByText('There is no connection').waitFor();
        await banner.getByText('No connection').waitFor();
        expect(await banner.getByText('Online').count()).toBe(0);
        await page.unroute('**/*');
        await page.getByRole('link', { name: 'Perpetua Zulwa' }).first().waitFor();
        await banner.getByText('Online').waitFor();
        complaints.splice(0);
      }));
  });
}
