import { describe, it } from '@jest/globals';
import { conditions } from '@janela/api-client';

import { everyPlace, everyQuestion, everythingAround } from '../every-control.ts';
import { heading, search } from '../stage.ts';
import { find } from '../suspected-twice.ts';
import type { Run } from './run.ts';

/** Everything that can be pressed around a page, in the form and on the page of a household. */
export function householdControlJourneys(run: Run): void {
  describe('everything that can be pressed', () => {
    it('is pressed in the frame, the menu and every step of the form', () =>
      run.stage.at('caseworker', async (user) => {
        await everythingAround(user);
        await everyPlace(user);
        await user.page.getByRole('link', { name: 'Home', exact: true }).click();
        await everyQuestion(user);
        await user.page.goto(`${run.window}/nowhere`);
        await user.page.getByRole('link', { name: 'Back home' }).click();
        await heading(user.page, /Good/);
      }));

    it('is pressed on the page of a household, tab by tab', () =>
      run.stage.at('supervisor', async ({ page }) => {
        await search(page, 'Xolani Quist');
        await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
        await page.getByRole('checkbox', { name: 'Research' }).check();
        await page.getByLabel('How it agreed').selectOption({ label: 'Signature' });
        await page.getByRole('button', { name: 'Record the consent' }).click();
        await page.getByRole('checkbox', { name: 'Research' }).waitFor({ state: 'detached' });
        for (const tab of await page.getByRole('tab').all()) await tab.click();
        await page.getByRole('tab', { name: 'Applications' }).click();
        await page.getByRole('tabpanel').getByRole('link').first().click();
        await page.getByRole('heading', { name: 'Who it is for' }).waitFor();
      }));

    it('is pressed by a supervisor whom a change of who collects waits for, once to refuse and once to confirm it', () =>
      run.stage.at('supervisor', async ({ page }) => {
        const id = await askForCash(run, 'Perpetua Zulwa');
        await page.goto(`${run.window}/households/${id}`);
        await page.getByLabel('Reason, to refuse it').fill('The card was not shown.');
        await page.getByRole('button', { name: 'Refuse the change' }).click();
        await page.getByRole('button', { name: 'Refuse the change' }).waitFor({ state: 'detached' });
        await askForCash(run, 'Perpetua Zulwa');
        await page.reload();
        await page.getByRole('button', { name: 'Confirm the change' }).click();
        await page.getByRole('button', { name: 'Confirm the change' }).waitFor({ state: 'detached' });
      }));
  });
}

/** A caseworker asks that the head of a household be paid in cash. Returns the id of the household. */
async function askForCash(run: Run, name: string): Promise<string> {
  const { householdId, version, member } = await find(run.stage.people, name);
  await run.stage.people.caseworker.registry.PUT('/v1/households/{id}/payee', {
    params: { path: { id: householdId } },
    body: { personId: member.personId, channel: 'cash' },
    headers: conditions({ version }),
  });
  return householdId;
}
