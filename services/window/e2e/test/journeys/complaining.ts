import { describe, expect, it } from '@jest/globals';

import type { UserSession } from '../browser.ts';
import { heading } from '../stage.ts';
import type { Run } from './run.ts';

/** Complaints from the filing to the answer; a sensitive one is seen by its own officers alone. */
export function complaintJourneys(run: Run): void {
  describe('a complaint', () => {
    ordinaryComplaint(run);
  });
  describe('a sensitive complaint', () => {
    sensitiveComplaint(run);
  });
}

function ordinaryComplaint(run: Run): void {
  it('is filed at the window, answered by an officer, and followed by its number without an account', async () => {
    let number = '';
    await run.stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${run.window}/complaints/new`);
      await page.getByLabel('About').selectOption({ label: 'Something else' });
      await page.getByLabel('What happened?').fill('The pay point was closed on the day that was announced.');
      expect(await barriers()).toEqual([]);
      await page.getByLabel('The person does not want to be named').check();
      await page.getByRole('button', { name: 'File it' }).click();
      number = await trackingNumberOf(page);
      await page.getByRole('button', { name: 'File another' }).click();
      await page.getByLabel('What happened?').waitFor();
    });
    await run.stage.at('grievance-officer', async ({ page, barriers }) => {
      await page.goto(`${run.window}/complaints`);
      await page.getByRole('link', { name: 'See the appeals' }).click();
      await heading(page, 'Appeals');
      await page.goBack();
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.getByText('Being worked on').first().waitFor();
      await page.getByLabel('Answer to the person').fill('It opens tomorrow; you are on its list.');
      // The outcome is for the officer to say.
      expect(await page.getByRole('button', { name: 'Answer it' }).isDisabled()).toBe(true);
      await page.getByLabel('Outcome').selectOption({ label: 'The person is right' });
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
      await page.getByText('Answered').first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByLabel('Note for your colleagues').fill('It stayed closed.');
      await page.getByRole('button', { name: 'Reopen' }).click();
      await page.getByRole('button', { name: 'Reopen' }).waitFor({ state: 'detached' });
      await page.getByLabel('Answer to the person').fill('It opens on Friday.');
      await page.getByLabel('Note for your colleagues').fill('The pay point says Friday.');
      await page.getByRole('button', { name: 'Add a note' }).click();
      await page.getByRole('cell', { name: 'The pay point says Friday.' }).waitFor();
      // The note is sent, and the half-written answer stays.
      expect([
        await page.getByLabel('Note for your colleagues').inputValue(),
        await page.getByLabel('Answer to the person').inputValue(),
      ]).toEqual(['', 'It opens on Friday.']);
      await page.getByLabel('Outcome').selectOption({ label: 'Right in part' });
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
      await page.getByRole('button', { name: 'Close it' }).waitFor();
      await page.getByRole('button', { name: 'Close it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();
      await page.getByRole('heading', { name: 'The complaint is closed' }).waitFor();
    });
    await run.stage.outside(async (page) => {
      await page.goto(run.window);
      await page.getByRole('link', { name: 'Follow a complaint by its number' }).click();
      await page.getByLabel('Tracking number').fill(number);
      await page.getByRole('button', { name: 'Look' }).click();
      await page.getByText('Closed', { exact: true }).waitFor();
      await page.getByText(/Answered on /).waitFor();
      await page.getByText('The complaint is finished.').waitFor();
      expect(await page.getByText('is due by').count()).toBe(0);
    });
  });
}

function sensitiveComplaint(run: Run): void {
  it('is out of sight at once for who filed it and for all but its own officers, and can be followed', async () => {
    let number = '';
    await run.stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${run.window}/complaints/new`);
      await page.getByLabel('About').selectOption({ label: 'Violence, abuse or exploitation' });
      await page.getByText('Sensitive: only the officers').waitFor();
      await page.getByLabel('What happened?').fill('A guard asked her for more than her card.');
      await page.getByRole('button', { name: 'File it' }).click();
      number = await trackingNumberOf(page);
      expect(await barriers()).toEqual([]);
      await page.getByRole('link', { name: 'Follow it by its number' }).click();
      await heading(page, 'Follow a complaint');
      await page.goto(`${run.window}/complaints`);
      await heading(page, 'Complaints');
      expect(await page.getByText(number).count()).toBe(0);
    });
    await run.stage.at('grievance-officer', async ({ page }) => {
      await page.goto(`${run.window}/complaints`);
      await page.getByRole('table').or(page.getByText('No complaints wait')).first().waitFor();
      expect(await page.getByText(number).count()).toBe(0);
    });
    await run.stage.at(
      'sensitive-officer',
      async ({ page, barriers }) => {
        await page.goto(`${run.window}/complaints`);
        await page.getByRole('link', { name: number }).click();
        await page.getByText('A guard asked her for more than her card.').waitFor();
        await page.getByRole('button', { name: 'Atribuir a mim' }).click();
        await page.getByText('Em tratamento').first().waitFor();
        expect(await barriers()).toEqual([]);
      },
      'pt-PT',
    );
    await run.stage.outside(async (page) => {
      await page.goto(`${run.window}/track?number=${number}`);
      await page.getByText('Being worked on').waitFor();
      expect(await page.getByText('guard').count()).toBe(0);
    });
  });
}

/** The number to write down, of a complaint that was just filed. */
async function trackingNumberOf(page: UserSession['page']): Promise<string> {
  await heading(page, 'The complaint is filed');
  const shown = await page.getByRole('status').filter({ hasText: 'Write this number' }).textContent();
  return /\d{4}-\d{4}-\d{4}-\d/.exec(shown ?? '')?.[0] ?? '';
}
