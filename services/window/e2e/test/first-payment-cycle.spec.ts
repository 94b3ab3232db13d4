import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Application, Page } from '@janela/contracts';
import { enrolSample } from '@janela/local';

import { heading, register, search, Stage } from './stage.ts';

jest.setTimeout(180_000);

let stage: Stage;
let window: string;

beforeAll(async () => {
  stage = await Stage.open();
  window = stage.window;
  await enrolSample(stage.people, () => undefined);
}, 600_000);

afterAll(() => stage?.close(), 120_000);

const newcomer = { givenNames: 'Xolani', familyName: 'Quist', bornOn: '1948-05-02' };

describe('a caseworker in Samfya', () => {
  it('finds nobody of a name, registers the household, sees what it qualifies for and why, and applies', () =>
    stage.at('caseworker', async ({ page, barriers }) => {
      await search(page, 'Xolani Quist');
      await page
        .getByText(/Nobody/)
        .first()
        .waitFor();
      await page.goto(`${window}/households/new`);
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
    }));

  it('is shown the household that is there already when the same person is registered again', () =>
    stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/households/new`);
      await register(page, newcomer);
      const alert = page.getByRole('alert');
      await alert.getByText(/90 % alike: ZM104011/).waitFor();
      expect(await barriers()).toEqual([]);
      await alert.getByRole('button', { name: 'Continue' }).click();
      await heading(page, 'Quist, Xolani');
    }));

  it('finds the household by a name that is written as it sounds, and sees who has looked', () =>
    stage.at('caseworker', async ({ page }) => {
      await search(page, 'Xolani Quist');
      await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
      await heading(page, 'Quist, Xolani');
      await page.getByRole('tab', { name: 'Who has looked' }).click();
      await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
    }));

  it('works in Portuguese as well', () =>
    stage.at(
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

/** One that waits and whose amount is known: that of the journey before. */
async function clearApplication(): Promise<string> {
  const { items } = await stage.people.supervisor.ask<Page<Application>>(
    '/eligibility/v1/applications?state=recommended&limit=200',
  );
  return items.find(({ recommendation }) => recommendation?.entitlement)?.id ?? '';
}

describe('a supervisor', () => {
  it('of another area does not see the application', () =>
    stage.at('supervisor-lunga', async ({ page }) => {
      await page.goto(`${window}/decisions`);
      await heading(page, 'Decisions');
      expect(await page.getByText('Samfya').count()).toBe(0);
    }));

  it('of Samfya decides it, with the reasons beside the rule', () =>
    stage.at('supervisor', async ({ page, barriers }) => {
      await page.goto(`${window}/decisions`);
      await heading(page, 'Decisions');
      await page.locator(`a[href="/decisions/${await clearApplication()}"]`).click();
      await page.getByRole('heading', { name: 'Reasons beside the rule' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('Approved').first().waitFor();
      await page.getByText(/Decided by Joseph Bwalya/).waitFor();
    }));
});

describe('two payments officers', () => {
  it('prepare and approve a cycle, each their part, and follow it until every payment is settled', async () => {
    const officer = stage.people['payments-officer'];
    const body = { programme: 'SCT', amount: { amountMinor: 20_000_000, currency: 'ZMW' }, source: 'GRZ' };
    await officer.ask('/payments/v1/funds', {
      body: { ...body, reference: 'JOURNEY', on: '2026-01-15' },
      key: 'journey-funds',
    });
    await stage.at('payments-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('button', { name: 'Open a cycle' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByLabel('Programme').selectOption('SCT');
      await page.getByLabel('First month').fill(periodNow());
      await page.getByRole('button', { name: 'Open a cycle' }).click();
      await page.getByRole('link', { name: 'Social Cash Transfer' }).first().click();
      await page.getByText('This is the first cycle of the programme.').waitFor();
      await page.getByRole('button', { name: 'Send for approval' }).click();
      await page.getByText('Waits for approval').first().waitFor();
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    });
    await stage.at('payments-approver', async ({ page }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: 'Social Cash Transfer' }).first().click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('Approved').first().waitFor();
    });
    await stage.at('payments-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: 'Social Cash Transfer' }).first().click();
      await page.getByRole('button', { name: 'Send to the providers' }).click();
      await page.getByRole('button', { name: 'Yes, go on' }).click();
      await page.getByRole('heading', { name: 'How far it is' }).waitFor();
      await page.getByText('No differences').waitFor();
      await page.getByRole('cell', { name: 'Paid', exact: true }).first().waitFor();
      expect(await barriers()).toEqual([]);
    });
  });
});

describe('a complaint', () => {
  it('is filed at the window, answered by an officer, and followed by its number without an account', async () => {
    let number = '';
    await stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').fill('The pay point was closed on the day that was announced.');
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'File it' }).click();
      await heading(page, 'The complaint is filed');
      number =
        /\d{4}-\d{4}-\d{4}-\d/.exec(
          (await page.getByRole('status').filter({ hasText: 'Write this number' }).textContent()) ?? '',
        )?.[0] ?? '';
    });
    await stage.at('grievance-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints`);
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('button', { name: 'Take it on' }).click();
      await page.getByText('Being worked on').first().waitFor();
      await page.getByLabel('What the person is told, or a note').fill('It opens tomorrow; you are on its list.');
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByText('Answered').first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Close it' }).click();
      await page.getByText('Closed').first().waitFor();
    });
    await stage.outside(async (page) => {
      await page.goto(`${window}/track?number=${number}`);
      await page.getByText('Closed').waitFor();
    });
  });
});

describe('a statistician', () => {
  it('reads SDG 1.3.1 as chart and table, with how each figure was counted, and takes it away as CSV', () =>
    stage.at('statistician', async ({ page, barriers }) => {
      await page.goto(`${window}/figures`);
      await heading(page, /SDG 1\.3\.1/);
      await page.getByRole('cell', { name: 'At least one benefit' }).first().waitFor();
      await page.getByRole('button', { name: 'How this was counted' }).first().click();
      await page.getByText('Definition:').first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      expect(await barriers()).toEqual([]);
    }));
});

describe('an operator', () => {
  it('sees that no service has parked anything', () =>
    stage.at('operator', async ({ page }) => {
      await page.goto(`${window}/operations`);
      await page.getByText('Nothing is parked').nth(4).waitFor();
    }));
});

/** The first month of the two that are paid now. */
function periodNow(): string {
  const today = new Date();
  const month = today.getUTCMonth() + 1;
  return `${today.getUTCFullYear()}-${String(month - ((month + 1) % 2)).padStart(2, '0')}`;
}
