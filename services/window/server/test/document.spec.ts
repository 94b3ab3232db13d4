import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentProblems } from '@janela/testing';

import { startWindow, type TestWindow } from './window.harness.ts';

let window: TestWindow;

beforeAll(async () => {
  window = await startWindow();
});
afterAll(() => window.stop());

describe('the OpenAPI document of the window', () => {
  it('is valid, complete, and the one that is committed', async () => {
    expect(await documentProblems(window, { foreignCodes: /^messaging\./ })).toEqual([]);
  });
});
