import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { demonstrationEmail, demonstrationPassword } from '@janela/contracts';
import { requireChromium, root } from '@janela/servers';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import type { Controls } from './controls.ts';

/** A real browser, headless, that speaks to this machine alone. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await requireChromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A person at work: a browser of their own, signed in with their own password. */
export class UserSession {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    /** What the browser complained about; a journey ends with none. */
    readonly complaints: string[],
  ) {}

  static async of(
    browser: Browser,
    window: string,
    { login, locale = 'en-GB', controls }: { login: string; locale?: string | undefined; controls: Controls },
  ): Promise<UserSession> {
    const context = await browser.newContext({ locale, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await controls.watch(page);
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text());
    });
    await page.goto(`${window}/login`);
    await page.locator('input[autocomplete~="username"]').fill(demonstrationEmail(login));
    await page.locator('input[type="password"]').fill(demonstrationPassword);
    await page.locator('button[type="submit"]').click();
    await page.waitForURL(`${window}/**`);
    await page.getByRole('banner').getByText('Janela').waitFor();
    return new UserSession(page, context, complaints);
  }

  /** What a screen reader or a weak eye would stumble over on this page (WCAG 2.2 AA). */
  readonly barriers = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  };

  /** Keeps what is on the screen, to show why a journey ended here. */
  async photograph(name: string): Promise<void> {
    const folder = join(root, 'tmp', 'journeys');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}.png`), fullPage: true });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
