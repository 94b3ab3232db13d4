import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadCountry } from '@janela/demo-run';

import { heading, register, search, Stage } from './stage.ts';

jest.setTimeout(180_000);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await loadCountry('zambia', stage.people, () => undefined);
}, 600_000);

afterAll(() => stage?.close(), 120_000);

describe('a caseworker', () => {
  it('signs in, registers a household, finds it again, and signs out', () =>
    stage.at('caseworker', async ({ page, barriers }) => {
      await page.goto(`${stage.window}/households/new`);
      await register(page, { givenNames: 'Xolani', familyName: 'Quist', bornOn: '1948-05-02' });
      await page
        .getByText(/Write this number on the card: ZM104011/)
        .first()
        .waitFor();
      await search(page, 'Xolani Quist');
      await page.getByRole('link', { name: 'Xolani Quist' }).first().click();
      await heading(page, 'Quist, Xolani');
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      await page.goto(`${stage.window}/login`);
      await page.locator('input[type="password"]').waitFor();
    }));
});
