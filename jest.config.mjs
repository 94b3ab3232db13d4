import { readSources } from './libs/workspace/swc.mjs';

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', readSources] },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
};

const withServers = {
  ...shared,
  globalSetup: '<rootDir>/libs/testing/jest/start-servers.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/stop-servers.mjs',
};

/** Specs in a `test` folder that need no servers: they read files, or run a program. */
const withoutServers = ['libs/workspace', 'tools/country-generator'].map((folder) => `${folder}/test/**/*.spec.ts`);
const endurance = '**/*.endurance.spec.ts';

/**
 * One Jest for the whole workspace: `unit` touches nothing, `files` reads files or runs programs, `service` gets real Postgres, Redis
 * and Kafka, and so does `endurance`, whose specs kill, fill up, cut off or take long.
 */
export default {
  // Specs mostly wait for servers: one worker fewer than cores leaves a core idle, and with one more the run was longer (2 cores).
  maxWorkers: '100%',
  // Modules of a spec are never quite forgotten: a worker that has grown so far is replaced between two files.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/src/**/*.spec.ts'],
      // In bare Node, modules shared: half the work, and nothing that a spec of pure code could notice.
      runner: 'jest-light-runner',
      setupFiles: ['<rootDir>/libs/testing/jest/bare-node.mjs'],
    },
    {
      ...shared,
      displayName: 'files',
      testMatch: [...withoutServers.map((path) => `<rootDir>/${path}`), `!${endurance}`],
    },
    {
      ...withServers,
      displayName: 'service',
      testMatch: ['<rootDir>/**/test/**/*.spec.ts', `!${endurance}`, ...withoutServers.map((path) => `!**/${path}`)],
    },
    { ...withServers, displayName: 'endurance', testMatch: [`<rootDir>/**/test/${endurance}`] },
  ],
};
