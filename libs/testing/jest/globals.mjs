/* `@jest/globals` under jest-light-runner, which knows no time limits: a test that never ends would hold up the run. */
const own = globalThis;
let limitMs = 5_000;

/** The same test, failing when it takes longer. */
const limited = (run, ms) =>
  async function test(...args) {
    let timer;
    const late = new Promise((_, reject) => {
      const within = ms ?? limitMs;
      timer = setTimeout(() => reject(new Error(`The test did not end within ${within} ms.`)), within);
    });
    try {
      await Promise.race([run(...args), late]);
    } finally {
      clearTimeout(timer);
    }
  };

export const it = Object.assign((title, run, ms) => own.it(title, limited(run, ms)), own.it, {
  each:
    (...table) =>
    (title, run, ms) =>
      own.it.each(...table)(title, limited(run, ms)),
});
export const test = it;
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect } = own;
export const jest = { ...own.jest, setTimeout: (ms) => void (limitMs = ms) };
