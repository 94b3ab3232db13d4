import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { Desk, openBrowser } from './browser.ts';
import { startWholeHouse, type WholeHouse } from './whole-house.ts';

jest.setTimeout(180_000);

let house: WholeHouse;
let browser: Browser;
let window: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([startWholeHouse(), openBrowser()]);
  window = house.at.get('window') ?? '';
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await house?.stop();
}, 120_000);

/** Somebody comes to their desk, does what they do, and leaves with nothing for the browser to complain about. */
async function at(login: string, work: (desk: Desk) => Promise<void>, locale?: string): Promise<void> {
  const desk = await Desk.of(browser, window, login, locale);
  try {
    await work(desk);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.leave();
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor();

describe('the main job', () => {
  it('goes from a file of households to SDG 1.3.1', () => {
    const said = house.said.join('\n');
    expect(said).toContain('Import: 491 households taken, 0 there already, 9 left out');
    expect(said).toMatch(/Screening: 491 households/);
    expect(said).toMatch(/Complaint: \S+ is closed/);
    expect(said).toMatch(/SI_COV_BENFTS +_T/);
  });

  it('leaves books that add up', () => {
    const [, debit, credit] = /Ledger: (K [\d,.]+) of debits, (K [\d,.]+) of credits/.exec(house.said.join('\n')) ?? [];
    expect(debit).toBeDefined();
    expect(debit).toBe(credit);
  });
});

describe('a caseworker in Samfya', () => {
  it('registers a household, sees at once what it qualifies for and why, and applies', () =>
    at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${window}/households/new`);
      await register(page, { givenNames: 'Bupe', familyName: 'Chola', bornOn: '1948-05-02' });
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
      await heading(page, 'Chola, Bupe');
      await page.getByText('Could receive').waitFor();
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await page.getByRole('columnheader', { name: 'What is needed' }).first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await page.getByText('Applied').first().waitFor();
    }));

  it('finds the household by a name that is written as it sounds, and sees who has looked', () =>
    at('caseworker', async ({ page }) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('Bupe Chola');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Bupe Chola' }).first().click();
      await heading(page, 'Chola, Bupe');
      await page.getByRole('tab', { name: 'Who has looked' }).click();
      await page.getByRole('cell', { name: 'Mutinta Phiri' }).first().waitFor();
    }));

  it('works in Portuguese as well', () =>
    at(
      'caseworker',
      async ({ page }) => {
        await heading(page, /Bom dia/);
        await page.getByRole('searchbox').fill('Bupe Chola');
        await page.keyboard.press('Enter');
        await page.getByRole('link', { name: 'Bupe Chola' }).first().click();
        await page.getByRole('heading', { name: 'Pessoas' }).waitFor();
        await page.getByRole('button', { name: 'Porquê?' }).first().click();
        await page.getByRole('columnheader', { name: 'O que é preciso' }).first().waitFor();
        await page.getByRole('tab', { name: 'Candidaturas' }).waitFor();
      },
      'pt-PT',
    ));
});

describe('a supervisor in Samfya', () => {
  it('decides the application, with the reasons beside the rule', () =>
    at('supervisor', async ({ page, barriers }) => {
      await page.goto(`${window}/decisions`);
      await heading(page, 'Decisions');
      await page.getByRole('row').filter({ hasText: 'Qualifies' }).getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Reasons beside the rule' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('Approved').first().waitFor();
      await page.getByText(/Decided by Joseph Bwalya/).waitFor();
    }));
});

describe('two payments officers', () => {
  it('see the cycle that was paid, how far each payment is, and that the books agree', () =>
    at('payments-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: 'SCT' }).first().click();
      await page.getByRole('heading', { name: 'How far it is' }).waitFor();
      await page.getByText('Paid', { exact: true }).first().waitFor();
      expect(await barriers()).toEqual([]);
    }));

  it('cannot approve what they prepared themselves', () =>
    at('payments-officer', async ({ page }) => {
      await page.goto(`${window}/payments`);
      await page.getByRole('link', { name: 'SCT' }).first().click();
      await page.getByRole('heading', { name: 'Payments' }).waitFor();
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    }));
});

describe('a complaint', () => {
  it('is filed at the window, answered by an officer, and followed by its number without an account', async () => {
    let number = '';
    await at('caseworker', async ({ page }) => {
      await page.goto(`${window}/complaints/new`);
      await page.getByLabel('What happened?').fill('The pay point was closed on the day that was announced.');
      await page.getByRole('button', { name: 'File it' }).click();
      const told = await page.getByText(/Give the person this number/).textContent();
      number = /: (\S+)$/.exec(told ?? '')?.[1] ?? '';
    });
    await at('grievance-officer', async ({ page, barriers }) => {
      await page.goto(`${window}/complaints`);
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('button', { name: 'Take it on' }).click();
      await page.getByText('Being worked on').first().waitFor();
      await page.getByLabel('What the person is told, or a note').fill('It opens tomorrow; you are on its list.');
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page.getByText('Answered').first().waitFor();
      expect(await barriers()).toEqual([]);
    });
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${window}/track?number=${number}`);
    await page.getByText('Answered').waitFor();
    await context.close();
  });
});

describe('a statistician', () => {
  it('reads SDG 1.3.1 as chart and table, with how each figure was counted, and takes it away as CSV', () =>
    at('statistician', async ({ page, barriers }) => {
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
    at('operator', async ({ page }) => {
      await page.goto(`${window}/operations`);
      await expect(page.getByText('Nothing is parked').nth(4).waitFor()).resolves.toBeUndefined();
    }));
});

/** Fills in the form with what it needs, and sends it. */
async function register(page: Page, person: { givenNames: string; familyName: string; bornOn: string }): Promise<void> {
  const goOn = page.getByRole('button', { name: 'Continue' });
  await page.getByLabel('How many months has the household lived here?').fill('30');
  await goOn.click();
  await page.getByLabel('Given names').fill(person.givenNames);
  await page.getByLabel('Family name').fill(person.familyName);
  await page.getByLabel('Sex').selectOption({ label: 'Female' });
  await page.getByLabel('Date of birth').fill(person.bornOn);
  const send = page.getByRole('button', { name: 'Register this household' });
  await goOn.click();
  while (!(await send.isVisible())) await goOn.click();
  await send.click();
}
