import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
// The build writes `.js` into imports; Jest reads the sources, where the `.ts` must stay.
const transform = { ...swc, swcrc: false, jsc: { ...swc.jsc, rewriteRelativeImportExtensions: false } };

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', transform] },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
};

/** One Jest for the whole workspace: `unit` touches nothing, `service` gets real Postgres, Redis and Kafka. */
export default {
  // Many specs mostly wait, for a lease to end or for a broker that is away: one worker more than cores, or these would idle.
  maxWorkers: availableParallelism() + 1,
  // Modules of a spec are never quite forgotten: a worker that has grown so far is replaced between two files.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/**/src/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'service',
      testMatch: ['<rootDir>/**/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/jest/start-servers.mjs',
      globalTeardown: '<rootDir>/libs/testing/jest/stop-servers.mjs',
    },
  ],
};
