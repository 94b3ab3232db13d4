import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Goes on, having been asked. */
export const goOn = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' }).click();

/** Loses the next answer of an address: what was asked is done, and nothing of it comes back. */
export const loseAnswer = (page: Page, address: string) =>
  page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );

/** An officer proposes funds: first under a number that is wrong, then as they are. */
export async function proposeFunds(page: Page, window: string, programme: string): Promise<void> {
  await page.goto(`${window}/funds`);
  for (const reference of ['JOURNEY-WRONG', 'JOURNEY']) {
    // What is typed before a programme is chosen stays.
    await page.getByLabel('Amount', { exact: true }).fill('200');
    await page.getByLabel('Programme', { exact: true }).selectOption(programme);
    await page.getByLabel('Amount in ZMW').fill('200,000.00');
    await page.getByText('Read as K 200,000.00').waitFor();
    await page.getByLabel('Source', { exact: true }).fill('grz');
    await page.getByLabel('Number of the warrant or grant').fill(reference);
    await page.getByLabel('Date', { exact: true }).fill('2026-01-15');
    await page.getByRole('button', { name: 'Propose funds' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'No, go back' }).click();
    await page.getByRole('button', { name: 'Propose funds' }).click();
    await goOn(page);
    await page.getByRole('cell', { name: reference, exact: true }).waitFor();
  }
}

/** An approver comes from what is due today, refuses the wrong ones and approves the others. */
export async function decideFunds(page: Page, window: string): Promise<void> {
  await page.goto(window);
  await page.getByRole('link', { name: '2 proposals of funds wait for your approval' }).click();
  await page.getByRole('heading', { name: 'Waits for a second person', level: 1 }).waitFor();
  const rowOf = (reference: string) =>
    page.getByRole('row').filter({ has: page.getByRole('cell', { name: reference, exact: true }) });
  const wrong = rowOf('JOURNEY-WRONG');
  await wrong.getByRole('button', { name: 'Refuse' }).click();
  const reason = `The warrant has another number: ${'X'.repeat(120)}`;
  await wrong.getByLabel('Why is it refused?').fill(reason);
  await wrong.getByRole('button', { name: 'Refuse' }).click();
  await wrong.waitFor({ state: 'detached' });
  await rowOf('JOURNEY').getByRole('button', { name: 'Approve' }).click();
  await goOn(page);
  await rowOf('JOURNEY').waitFor({ state: 'detached' });
  await page.goto(`${window}/funds`);
  await page.getByLabel('State').selectOption({ label: 'Refused' });
  await page.getByText(reason).waitFor();
  await staysInPlace(page);
}

/** Looks that nothing runs out of the page or its column, on a telephone and on a laptop, however long a word is. */
async function staysInPlace(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    const wide = () =>
      page.evaluate(() => {
        const isCut = (cell: Element) => cell.scrollWidth > cell.clientWidth + 1;
        const cells = [...document.querySelectorAll('h1, h2, td')].filter(isCut).map(({ textContent }) => textContent);
        return [document.documentElement.scrollWidth > innerWidth, cells];
      });
    // The frame takes a moment to its new width.
    for (let looks = 0; looks < 20 && String(await wide()) !== 'false,'; looks += 1) await page.waitForTimeout(100);
    expect(await wide()).toEqual([false, []]);
    if (width > 390) continue;
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.click();
    await page.getByRole('link', { name: 'Funds', exact: true }).waitFor();
    await menu.click();
  }
  if (before) await page.setViewportSize(before);
}

/** An approver looks first at the funds, and at what is different, if anything is. */
export async function lookAtDifferences(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'See the funds' }).click();
  await page.getByRole('heading', { name: 'What each programme has' }).waitFor();
  await page.goBack();
  await page.getByRole('cell', { name: 'Enrolment has ended since' }).waitFor();
  const show = page.getByRole('button', { name: 'Show the payments' }).first();
  if (!(await show.isVisible())) return;
  await show.click();
  await page.getByRole('button', { name: 'Hide the payments' }).first().click();
  await show.click();
  await page.locator('td[data-head="Payment"] a').first().click();
  await page.getByRole('link', { name: 'See the cycle' }).click();
  await page.getByRole('heading', { name: 'What has changed since the list was made' }).waitFor();
}

/** Presses a button by the keyboard and holds the key: the question that opens stands on its safe answer, and waits for another press. */
export async function holdEnter(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.down('Enter');
  const safe = page.getByRole('dialog').getByRole('button', { name: 'No, go back' });
  await safe.waitFor();
  // A key that stays down is pressed again and again.
  for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'No, go back');
  await page.keyboard.press('Enter');
  await safe.waitFor({ state: 'detached' });
}

/** Approves a cycle, having been asked. */
export async function approveCycle(page: Page): Promise<void> {
  await holdEnter(page, 'Approve');
  await page.getByRole('button', { name: 'Approve' }).click();
  await goOn(page);
  await page.getByText('Approved').first().waitFor();
}

/** A supervisor finds that two people who look like one are two. */
export async function dismissDuplicate(page: Page, window: string): Promise<void> {
  await page.goto(`${window}/waiting`);
  await page.locator('td[data-head="People"] a').first().click();
  await page.getByRole('heading', { name: 'Who collects the money' }).waitFor();
  await page.goBack();
  const pair = page.getByRole('row').filter({ hasText: 'Xolani Quist' }).first();
  await pair.getByRole('button', { name: 'They are two people' }).click();
  await pair.getByRole('button', { name: 'Cancel' }).click();
  await pair.getByRole('button', { name: 'They are two people' }).click();
  await pair.getByLabel('How is that known?').fill('Both came to the window on the same day.');
  await pair.getByRole('button', { name: 'Drop the suspicion' }).click();
  await goOn(page);
  await page.getByText('Both came to the window').waitFor({ state: 'detached' });
}
