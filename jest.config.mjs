import { readFileSync } from 'node:fs';

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
  // Servers and specs share the machine, and specs mostly wait: one worker fewer than cores would leave it idle, one more trips over the others.
  maxWorkers: '100%',
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
