import { describe, expect, it } from '@jest/globals';

import { heading } from '../stage.ts';
import { find, suspectTwice } from '../suspected-twice.ts';
import { goOn } from '../two-people.ts';
import { newcomer, type Run } from './run.ts';

/** What a supervisor corrects at a household: a consent, an enrolment of a suspected duplicate, and a death that was none. */
export function correctingJourneys(run: Run): void {
  describe('a supervisor who corrects a household', () => {
    it('withdraws a consent once it was said what follows, and the other purposes keep theirs', () =>
      run.stage.at('supervisor', async ({ page, barriers }) => {
        const { householdId } = await find(run.stage.people, `${newcomer.givenNames} ${newcomer.familyName}`);
        await page.goto(`${run.window}/households/${householdId}`);
        const withdraw = page.getByRole('button', { name: 'Withdraw the consent to: Research' });
        await withdraw.click();
        await page.getByRole('dialog').getByText('its data are used in no research').waitFor();
        await page.getByRole('dialog').getByRole('button', { name: 'No, go back' }).click();
        await withdraw.click();
        await goOn(page);
        await withdraw.waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Withdraw the consent to: Paying benefits' }).waitFor();
        await page.getByRole('checkbox', { name: 'Research' }).waitFor();
        expect(await barriers()).toEqual([]);
      }));

    it('resumes an enrolment that is suspended for a suspected duplicate, and writes why both may be in the programme', async () => {
      const householdId = await suspectTwice(run.stage.people, ['Ireen Chola', 'Perpetua Zulwa'], '999999/10/1');
      await run.stage.at('supervisor', async ({ page, barriers }) => {
        await page.goto(`${run.window}/households/${householdId}`);
        await page.getByText('The same person may be in the programme already').waitFor();
        await page
          .getByRole('table')
          .getByRole('link', { name: /^ZM104011-/ })
          .first()
          .click();
        await heading(page, 'Chola, Ireen');
        await page.goBack();
        const resume = page.getByRole('button', { name: 'Resume the enrolment' });
        await resume.click();
        await page.getByRole('button', { name: 'Cancel' }).click();
        await resume.click();
        await page
          .getByLabel('Why may both be in the programme?')
          .fill('The number was written down for the wrong woman.');
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Resume it' }).click();
        await goOn(page);
        await page.getByText('The same person may be in the programme already').waitFor({ state: 'detached' });
      });
    });

    it('withdraws a death that a caseworker certified by mistake, with the reason', async () => {
      const { caseworker } = run.stage.people;
      const { householdId, member } = await find(run.stage.people, 'Perpetua Zulwa');
      await caseworker.registry.POST('/v1/people/{id}/death', {
        params: { path: { id: member.personId } },
        body: { on: new Date().toISOString().slice(0, 10), source: 'caseworker', certainty: 'certified' },
      });
      await run.stage.at('supervisor', async ({ page, barriers }) => {
        await page.goto(`${run.window}/households/${householdId}`);
        const withdraw = page.getByRole('button', { name: 'Withdraw the death: Perpetua Zulwa' });
        await withdraw.click();
        await page.getByLabel('How is it known that the person is alive?').fill('She came to the office today.');
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Withdraw it' }).click();
        await goOn(page);
        await withdraw.waitFor({ state: 'detached' });
        await page.getByText('She came to the office today.').waitFor({ state: 'detached' });
        await page.getByRole('tab', { name: 'History' }).click();
        await page.getByRole('cell', { name: 'A reported death was withdrawn' }).waitFor();
      });
    });
  });
}
