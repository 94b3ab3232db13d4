import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { nx, type Outcome, Scratch } from './scratch.ts';

// A copy of the workspace is linted, checked, tested and built here.
jest.setTimeout(300_000);

let scratch: Scratch;
const generate = (...args: string[]) => scratch.run(nx, ['generate', ...args, '--no-interactive']);

beforeAll(async () => void (scratch = await Scratch.copy()));
afterAll(() => scratch.remove());

describe('a generated service and generated events', () => {
  let generated: Outcome[];
  const done = { code: 0 };

  beforeAll(async () => {
    generated = [
      await generate('@janela/workspace:service', 'case-files'),
      await generate('@janela/workspace:event', 'case-files', 'case-file', 'opened'),
      await generate('@janela/workspace:event', 'case-files', 'case-file', 'handed-on'),
      await generate('@janela/workspace:event', 'registry', 'household', 'verified', '--summary=It was seen to exist.'),
    ];
  });

  it('are generated', () => {
    expect(generated.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
  });

  it('have their answers written down', async () => {
    expect(await scratch.run(nx, ['run', 'case-files:openapi'])).toMatchObject(done);
  });

  it('are formatted', async () => {
    const paths = ['services/case-files', 'libs/contracts', 'infra', 'tools', 'docker-compose.yml'];

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

  it('pass the tests that came with them, and those of the catalogue', async () => {
    const { code, output } = await scratch.run(
      'node_modules/jest/bin/jest.js',
      [
        '--testPathPatterns',
        '/services/case-files/',
        '/libs/contracts/src/(catalogue|documents)',
        '/tools/stack/test/compose',
      ],
      { flags: ['--experimental-vm-modules'] },
    );

    expect(output).toMatch(/Test Suites: \d+ passed, \d+ total/);
    expect(output).toContain('services/case-files/test/case-files.access.spec.ts');
    expect(code).toBe(0);
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
    ['event', ['nobody', 'household', 'verified'], 'There is no service nobody: make it first, with'],
    ['event', ['registry', 'Household', 'verified'], 'The aggregate is named in small letters and hyphens'],
  ])('the %s %j', async (kind, names, why) => {
    const { code, output } = await generate(`@janela/workspace:${kind}`, ...names);

    expect(output).toContain(why);
    expect(code).toBe(1);
  });
});
