import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { bannedIn } from '../vocabulary.mjs';
import { layoutProblems } from './feature-layout.ts';
import { circlesOf, folderCircles, importGraph } from './import-graph.ts';
import { nx, type Outcome, Scratch } from './scratch.ts';

// A copy of the workspace is linted, checked, tested and built here.
jest.setTimeout(300_000);

let scratch: Scratch;
const generate = (...args: string[]) => scratch.run(nx, ['generate', ...args, '--no-interactive']);

beforeAll(async () => void (scratch = await Scratch.copy()));
afterAll(() => scratch.remove());

describe('a generated service, its features and events', () => {
  let generated: Outcome[];
  const done = { code: 0 };

  beforeAll(async () => {
    generated = [
      await generate('@janela/workspace:service', 'case-files'),
      await generate('@janela/workspace:event', 'case-files', 'case-file', 'opened'),
      await generate('@janela/workspace:event', 'case-files', 'case-file', 'passed-on'),
      await generate('@janela/workspace:event', 'registry', 'household', 'verified', '--summary=It was seen to exist.'),
      await generate('feature', 'case-files', 'home-visits', '--verb=request', '--events', '--jobs'),
      await generate('feature', 'case-files', 'referrals'),
    ];
  });

  it('are generated', () => {
    expect(generated.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('have their answers written down, and the types of their paths', async () => {
    expect(await scratch.run(nx, ['run', 'case-files:openapi'])).toMatchObject(done);
    expect(await scratch.run('libs/api-client/bin/generate.ts', [], { flags: ['--conditions=source'] })).toMatchObject(
      done,
    );
    expect(await readFile(join(scratch.root, 'libs/api-client/src/generated/services.ts'), 'utf8')).toContain(
      `'case-files': CaseFiles`,
    );
  });

  it('are formatted', async () => {
    const paths = [
      ...['services/case-files', 'services/window/client/src/codes/refusals', 'libs/contracts', 'infra', 'tools'],
      'docker-compose.yml',
    ];

    expect(await scratch.run('node_modules/prettier/bin/prettier.cjs', ['--check', ...paths])).toMatchObject(done);
  });

  it('pass lint', async () => {
    expect(await scratch.run(nx, ['run-many', '--targets=lint', '--projects=case-files,contracts'])).toMatchObject(
      done,
    );
  });

  it('have the right types', async () => {
    const outcome = await scratch.run('node_modules/typescript/bin/tsc', [
      '--noEmit',
      '--project',
      'services/case-files',
    ]);

    expect(outcome).toEqual({ code: 0, output: '' });
  });

  it('pass the tests that came with them, and those of the catalogue and of the window’s words', async () => {
    const { code, output } = await scratch.run(
      'node_modules/jest/bin/jest.js',
      [
        '--testPathPatterns',
        '/services/case-files/',
        '/libs/contracts/src/(catalogue|documents)',
        '/tools/stack/test/compose',
        '/services/window/client/src/codes/problems',
      ],
      { flags: ['--experimental-vm-modules'] },
    );

    expect(output).toMatch(/Test Suites: \d+ passed, \d+ total/);
    for (const spec of ['case-files.access', 'home-visits.api', 'referrals.api'])
      expect(output).toContain(`services/case-files/test/${spec}.spec.ts`);
    expect(code).toBe(0);
  });

  it('keep to the layout and the words, with migrations that lock nothing for long', async () => {
    const src = join(scratch.root, 'services/case-files/src');
    const files = await Promise.all(
      globSync('**/*.ts', { cwd: src }).map(async (path) => ({ path, text: await readFile(join(src, path), 'utf8') })),
    );

    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['home-visits/home-visits.jobs.ts', 'system.ts']),
    );
    expect(files.flatMap(({ path, text }) => [...layoutProblems(path, text), ...bannedIn(path, text)])).toEqual([]);
    expect(circlesOf(importGraph(src))).toEqual([]);
    expect(folderCircles(importGraph(src))).toEqual([]);
  });

  it('are built into a service that starts, and says what production needs', async () => {
    const libraries = 'kernel,contracts,platform,messaging,jobs';
    const built = await scratch.run(nx, ['run-many', '--targets=build', `--projects=case-files,${libraries}`]);
    const started = await scratch.run('services/case-files/dist/main.js', [], {
      environment: { JANELA_MODE: 'production' },
    });

    expect(built).toMatchObject(done);
    expect(started.code).toBe(1);
    expect(started.output).toMatch(/JANELA_DATABASE_URL is missing/);
  });
});

describe('a generator refuses', () => {
  it.each([
    ['service', ['identity'], 'There is a service identity already, in services/identity.'],
    [
      'service',
      ['CaseFiles'],
      'The service is named in small letters and hyphens, like "case-file", and not "CaseFiles".',
    ],
    ['event', ['registry', 'household', 'registered'], 'registry.household.registered.v1 is there already'],
    ['event', ['unknown', 'household', 'verified'], 'There is no service unknown: make it first, with'],
    ['feature', ['payments', 'funds'], 'There is a feature funds already, in services/payments/src/funds.'],
    ['feature', ['payments', 'staffing'], 'say what one of "staffing" is, with --noun'],
    ['event', ['registry', 'Household', 'verified'], 'The aggregate is named in small letters and hyphens'],
  ])('the %s %j', async (kind, names, why) => {
    const { code, output } = await generate(`@janela/workspace:${kind}`, ...names);

    expect(output).toContain(why);
    expect(code).toBe(1);
  });
});
