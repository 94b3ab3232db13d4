import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import perfectionist from 'eslint-plugin-perfectionist';
import ts from 'typescript-eslint';

import { circlesOfTests, constraints } from './libs/workspace/boundaries.mjs';

const sources = ['**/src/**/*.ts', '**/src/**/*.tsx'];
const tests = ['**/*.spec.ts', '**/test/**', '**/bench/**', '**/e2e/**'];

/** Where the environment is read, to be checked by a schema at once. */
const entryPoints = ['**/*.config.ts', '**/main.ts', '**/migrate.ts', '**/cli.ts', 'libs/platform/src/bootstrap.ts'];

/** A later block replaces a rule's options, so these put them together again. */
const boundaries = ({ tests }) => [
  'error',
  {
    allow: [],
    // A spec may look at its own project as others do, by its name.
    allowCircularSelfDependency: tests,
    banTransitiveDependencies: true,
    depConstraints: constraints({ tests }),
    ignoredCircularDependencies: circlesOfTests,
  },
];
const restrictedImports = (...more) => [
  'error',
  {
    patterns: [
      {
        group: ['@janela/*/*'],
        message: 'Import a project by its name; what its index.ts does not export is its own business.',
      },
      ...more,
    ],
  },
];
const tooManyParameters = 'At most four parameters: put those that belong together into one object.';
const plainPrivate = {
  selector: ':matches(PropertyDefinition, MethodDefinition) > PrivateIdentifier',
  message: 'Write `private`.',
};
const atMostFour = [
  { selector: ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]', message: tooManyParameters },
  {
    selector: 'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>4]',
    message: tooManyParameters,
  },
];
const oneWay = [
  plainPrivate,
  ...atMostFour,
  {
    selector: 'ObjectExpression > SpreadElement > ObjectExpression',
    message: 'Write the properties themselves; Prettier keeps an object on one line where it fits.',
  },
  {
    selector: 'VariableDeclarator > Identifier.id[name=/^[A-Z][A-Z0-9_]*[A-Z0-9]$/]',
    message: 'Constants are written in camelCase, as other names are.',
  },
];
/** A later block replaces the rule, so it says what it leaves out or adds. */
const restrictedSyntax = ({ without = [], more = [] } = {}) => [
  'error',
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  ...oneWay.filter((rule) => !without.includes(rule)),
  ...more,
];

/** Node, packages, then the project's own files, with a blank line between them; within each, as the author likes. */
const importGroups = {
  type: 'unsorted',
  groups: ['builtin', 'external', ['parent', 'sibling', 'index']],
  newlinesBetween: 1,
  newlinesInside: 'ignore',
};

const kafka = {
  group: ['kafkajs'],
  message: 'Only libs/messaging/src/bus/kafka.ts and its members speak to Kafka; add what you need there.',
};
const bullmq = { group: ['bullmq'], message: 'Only libs/jobs speaks to BullMQ; declare a job with defineJob.' };
const node = { group: ['node:*'], message: 'The browser runs this too.' };
const env = {
  object: 'process',
  property: 'env',
  message: 'Read the environment in a *.config.ts, through its zod schema.',
};
const unlessUnderscored = {
  argsIgnorePattern: '^_',
  destructuredArrayIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  ignoreRestSiblings: true,
};
const realThing = 'Tests use the real thing, or a fake of what is not ours, passed in.';
const clock = 'Time is an argument here: the caller says when.';
const serviceClock =
  'The time and the day are those of `Clock`, which knows the zone of the country and can be stopped in a spec.';

/** A route takes each part of a request by a decorator, and a table of a spec each of its columns. */
const asMany = {
  files: ['**/*.controller.ts', '**/*.spec.ts'],
  rules: { 'no-restricted-syntax': restrictedSyntax({ without: atMostFour }) },
};

export default ts.config(
  { ignores: ['**/dist', '**/node_modules', '.data', 'tmp', '.nx', '**/files/**', '**/generated/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, perfectionist },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ tests: true }),
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unlessUnderscored],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'perfectionist/sort-imports': ['error', importGroups],
      'no-restricted-imports': restrictedImports(),
      'no-restricted-syntax': restrictedSyntax(),
    },
  },
  { files: sources, ignores: tests, rules: { '@nx/enforce-module-boundaries': boundaries({ tests: false }) } },
  {
    files: sources,
    ignores: [...tests, 'libs/testing/**', 'tools/**'],
    rules: { 'no-restricted-imports': restrictedImports(kafka, bullmq), 'no-restricted-properties': ['error', env] },
  },
  {
    files: ['libs/messaging/src/bus/kafka.ts', 'libs/messaging/src/bus/kafka-membership.ts'],
    rules: { 'no-restricted-imports': restrictedImports(bullmq) },
  },
  { files: ['libs/jobs/src/**/*.ts'], rules: { 'no-restricted-imports': restrictedImports(kafka) } },
  { files: entryPoints, rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/*.config.ts'], ignores: sources, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['libs/kernel/src/**/*.ts', 'libs/contracts/src/**/*.ts', 'services/window/client/src/**'],
    ignores: tests,
    rules: { 'no-restricted-imports': restrictedImports(kafka, bullmq, node) },
  },
  {
    files: ['libs/kernel/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': ['error', env, { object: 'Date', property: 'now', message: clock }],
      'no-restricted-syntax': restrictedSyntax({
        more: [{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock }],
      }),
    },
  },
  {
    // Not identity's: its issuer is a library with a clock of its own.
    files: ['services/*/src/**/*.ts'],
    ignores: [...tests, ...entryPoints, '**/*.controller.ts', 'services/identity/**'],
    rules: {
      'no-restricted-properties': ['error', env, { object: 'Date', property: 'now', message: serviceClock }],
      'no-restricted-syntax': restrictedSyntax({
        more: [{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: serviceClock }],
      }),
    },
  },
  {
    // A value that must not be shown, even where the object that has it is printed.
    files: ['libs/platform/src/logs/personal.ts', 'libs/platform/src/encryption/*.ts'],
    rules: { 'no-restricted-syntax': restrictedSyntax({ without: [plainPrivate] }) },
  },
  asMany,
  {
    ...jest.configs['flat/recommended'],
    files: ['**/*.spec.ts', 'services/window/e2e/test/journeys/*.ts'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': 'off',
      'jest/no-conditional-expect': 'off',
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-restricted-jest-methods': ['error', { mock: realThing, unstable_mockModule: realThing }],
      'jest/valid-title': ['error', { mustNotMatch: { it: ['\\bshould\\b', 'Say what happens, not what should.'] } }],
      'max-lines': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    // The journeys are one spec in several files, so that it reads role by role.
    files: ['services/window/e2e/test/journeys/*.ts'],
    rules: { 'jest/no-export': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'URL', 'clearTimeout', 'console', 'process', 'setInterval', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
