import { describe, expect, it } from '@jest/globals';
import { itemsOf } from '@janela/api-client';
import type { Application } from '@janela/contracts';

import { heading } from '../stage.ts';
import type { Run } from './run.ts';

/** A supervisor decides what the newcomer applied for: one application is approved, the other refused. */
export function decidingJourneys(run: Run): void {
  describe('a supervisor', () => {
    let approved: string;

    it('of another area does not see the application', () =>
      run.stage.at('supervisor-lunga', async ({ page }) => {
        await page.goto(`${run.window}/decisions`);
        await heading(page, 'Decisions');
        expect(await page.getByText('Samfya').count()).toBe(0);
      }));

    it('of Samfya decides it, with the reasons', () =>
      run.stage.at('supervisor', async ({ page, barriers }) => {
        await page.goto(`${run.window}/decisions`);
        await heading(page, 'Decisions');
        ({ clear: approved, other: run.refusedApplication } = await waitingApplications(run));
        await page.getByRole('link', { name: /Quist/ }).first().click();
        await page.getByRole('heading', { name: 'Who it is for' }).waitFor();
        await page
          .getByRole('link', { name: /^ZM104011-/ })
          .first()
          .click();
        await heading(page, 'Quist, Xolani');
        await page.goto(`${run.window}/decisions/${approved}`);
        await page.getByRole('link', { name: 'See the household', exact: true }).click();
        await heading(page, 'Quist, Xolani');
        await page.goto(`${run.window}/decisions/${approved}`);
        await page.getByRole('heading', { name: 'Reasons', exact: true }).waitFor();
        await page.getByText('Xolani').first().waitFor();
        await page.getByRole('heading', { name: 'Where the money would go' }).waitFor();
        expect(await barriers()).toEqual([]);
        await page.getByRole('button', { name: 'Approve' }).click();
        await page.getByText('Approved').first().waitFor();
        await page.getByText(/Decided by Joseph Bwalya/).waitFor();
      }));

    it('refuses another in Portuguese, which needs a reason', () =>
      run.stage.at(
        'supervisor',
        async ({ page, barriers }) => {
          await page.goto(`${run.window}/decisions/${run.refusedApplication}`);
          const refuse = page.getByRole('button', { name: 'Recusar' });
          await refuse.waitFor();
          expect(await refuse.isDisabled()).toBe(true);
          await page.getByLabel('Motivo').fill('Vive com o filho, que trabalha.');
          await refuse.click();
          await page.getByText('Recusada').first().waitFor();
          await page.getByText(/Decidido por Joseph Bwalya/).waitFor();
          expect(await barriers()).toEqual([]);
        },
        'pt-PT',
      ));
  });
}

/** The newcomer's two that wait: one that the rules recommend, and the other. */
async function waitingApplications(run: Run): Promise<{ clear: string; other: string }> {
  const supervisor = run.stage.people.supervisor;
  const list = itemsOf((page) =>
    supervisor.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', ...page } } }),
  );
  const own: Application[] = [];
  for await (const each of list) if (each.submittedBy === 'Mutinta Phiri') own.push(each);
  const clear = own.find(({ recommendation }) => recommendation?.entitlement && recommendation.outcome === 'eligible');
  return { clear: clear?.id ?? '', other: own.find((each) => each !== clear)?.id ?? '' };
}
