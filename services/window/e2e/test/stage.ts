import { expect } from '@jest/globals';
import { type People, peopleOf } from '@janela/demo-run';
import type { Browser, Locator, Page } from 'playwright-core';

import { UserSession, openBrowser } from './browser.ts';
import { Controls } from './controls.ts';
import { type OwnStack, startOwnStack } from './own-stack.ts';

/** A stack with a browser before it, and everyone who works there. */
export class Stage {
  private constructor(
    readonly stack: OwnStack,
    private readonly browser: Browser,
    readonly people: People,
    /** Every control that was shown, and every one that was used. */
    readonly controls = new Controls(),
  ) {}

  static async open(): Promise<Stage> {
    const [stack, browser] = await Promise.all([startOwnStack(), openBrowser()]);
    return new Stage(stack, browser, peopleOf(stack.at));
  }

  get window(): string {
    return this.stack.at.get('window') ?? '';
  }

  /** A person signs in, does their work, and leaves with nothing for the browser to complain about. */
  async at(login: string, work: (user: UserSession) => Promise<void>, locale?: string): Promise<void> {
    const user = await UserSession.of(this.browser, this.window, { login, locale, controls: this.controls });
    try {
      await work(user);
      expect(user.complaints).toEqual([]);
    } catch (error) {
      await user.photograph(`${login} ${expect.getState().currentTestName}`);
      throw error;
    } finally {
      await user.leave();
    }
  }

  /** A person without an account. */
  async outside(work: (page: Page) => Promise<void>): Promise<void> {
    const context = await this.browser.newContext({ locale: 'en-GB' });
    try {
      const page = await context.newPage();
      await this.controls.watch(page);
      await work(page);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stack.stop();
  }
}

/** Waits for the page with this title. */
export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor();

/** Searches for a person, from any page. */
export async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(words);
  await page.keyboard.press('Enter');
}

/** Fills in the form with what it needs, and sends it. */
export async function register(
  page: Page,
  person: { givenNames: string; familyName: string; bornOn: string; nrc?: string },
): Promise<void> {
  const goOn = page.getByRole('button', { name: 'Continue' });
  await page.getByLabel('How many months has the household lived here?').fill('30');
  await goOn.click();
  await page.getByLabel('Given names').fill(person.givenNames);
  await page.getByLabel('Family name').fill(person.familyName);
  await page.getByLabel('Sex').selectOption({ label: 'Female' });
  await page.getByLabel('Date of birth').fill(person.bornOn);
  if (person.nrc) {
    await page.getByLabel('Which identity document is there?').selectOption('ZM-NRC');
    await page.getByLabel('Its number').fill(person.nrc);
  }
  const send = page.getByRole('button', { name: 'Register this household' });
  await goOn.click();
  while (!(await send.isVisible())) {
    // Without these it is not known what is due to her.
    for (const question of await page.getByLabel(/difficulty/i).all())
      await question.selectOption({ label: 'No difficulty' });
    // Nor may it be found out without her consent.
    for (const purpose of await page.getByRole('checkbox', { name: /Finding out|Paying benefits|Statistics/ }).all())
      await purpose.check();
    if (await page.getByLabel('When did the household agree').isVisible()) {
      await page.getByLabel('When did the household agree').fill(new Date().toISOString().slice(0, 10));
      await page.getByLabel('How did it agree?').selectOption({ label: 'Signature' });
    }
    await goOn.click();
  }
  await send.click();
}

/** Goes there as a person does who has no mouse: from one thing to the next. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await goal.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error('The keyboard does not lead there');
}
