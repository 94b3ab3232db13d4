import type { Page } from 'playwright-core';

import type { UserSession } from './browser.ts';
import { heading } from './stage.ts';

/** Goes to every place of the menu, as a person does who wants to know what there is. */
export async function everyPlace({ page }: UserSession): Promise<void> {
  const places = await page.getByRole('navigation').first().getByRole('link').allTextContents();
  for (const name of places) {
    await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
    await page.locator('nav a[data-status="active"]', { hasText: name }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
}

/** Uses everything around a page: language, light or dark, the mark, the way past the menu. */
export async function everythingAround({ page }: UserSession): Promise<void> {
  const banner = page.getByRole('banner');
  await banner.getByLabel('Language').selectOption('pt');
  await banner.getByLabel('Idioma').selectOption('en');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('link', { name: 'Skip to the page' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Janela' }).click();
  await heading(page, /Good/);
}

/** Fills in every question of the registration form, goes there and back, and throws it away after being asked. */
export async function everyQuestion({ page }: UserSession): Promise<void> {
  await page.getByRole('link', { name: 'Register a household' }).first().click();
  await heading(page, 'Register a household');
  await page.getByText('Step 1 of').waitFor();
  const steps = await page.locator('button.step').all();
  for (const step of steps) {
    await step.click();
    await everyField(page);
  }
  await page
    .getByRole('button', { name: /^Change: / })
    .nth(1)
    .click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('button', { name: 'Remove' }).last().click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const typed: Record<string, string> = { date: '1990-05-02', number: '3', tel: '0971234567' };

async function everyField(page: Page): Promise<void> {
  const form = page.locator('section.panel');
  for (const select of await form.locator('select').all()) {
    const options = await select.locator('option').count();
    if (options > 1) await select.selectOption({ index: 1 });
  }
  for (const field of await form.locator('input:not([type="checkbox"], [type="hidden"])').all())
    await field.fill(typed[(await field.getAttribute('type')) ?? ''] ?? '123456');
  for (const box of await form.locator('input[type="checkbox"]').all()) await box.check();
}
