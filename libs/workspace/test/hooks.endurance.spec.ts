import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Outcome, Scratch, skeleton } from './scratch.ts';

describe('installing the git hooks', () => {
  let scratch: Scratch;
  beforeAll(async () => void (scratch = await Scratch.copy(skeleton)));
  afterAll(() => scratch.remove());

  it.each([
    ['in a pipeline', { CI: 'true' }],
    ['in an archive without .git', { CI: '' }],
  ])('does nothing %s', async (_where, environment) => {
    expect(await scratch.run('.husky/install.mjs', [], { environment })).toEqual({ code: 0, output: '' });
  });

  it('does nothing where development packages are left out', async () => {
    const production = await Scratch.copy((path) => path === '' || path.startsWith('.husky'), { packages: false });
    await production.git('init', '--quiet');
    const outcome = await production.run('.husky/install.mjs', [], { environment: { CI: '' } });
    await production.remove();

    expect(outcome).toEqual({ code: 0, output: '' });
  });
});

describe('a commit', () => {
  let scratch: Scratch;
  const git = (...args: string[]) => scratch.git(...args);
  const committing = async (path: string, text: string, message: string): Promise<Outcome> => {
    await scratch.write(path, text);
    await git('add', path);
    const outcome = await git('commit', '--message', message);
    await git('reset', '--quiet', '--', path);
    return outcome;
  };

  beforeAll(async () => {
    scratch = await Scratch.copy(skeleton);
    await git('init', '--quiet');
    await git('config', 'user.name', 'A. Tester');
    await git('config', 'user.email', 'tester@example.org');
    await scratch.run('.husky/install.mjs', [], { environment: { CI: '' } });
  }, 60_000);
  afterAll(() => scratch.remove());

  it.each([
    ['fix(kernel): add a thing', 'subject must be sentence-case'],
    ['Fix the thing', 'type may not be empty'],
    ['fix: Add a thing', 'scope may not be empty'],
    ['fix(kernal): Add a thing', 'scope must be one of'],
    ['wip(kernel): Add a thing', 'type must be one of'],
    [`fix(kernel): Add ${'a'.repeat(84)}`, 'header must not be longer than 100 characters'],
  ])(
    'is refused when it says: %s',
    async (message, why) => {
      const { code, output } = await committing('docs/note.md', '# A note\n', message);

      expect(output).toContain(why);
      expect(code).not.toBe(0);
    },
    60_000,
  );

  it.each([
    ['110 characters before that was changed', '2026-12-01T12:00:00Z', 110, 0],
    ['no more than that', '2026-12-01T12:00:00Z', 111, 1],
    ['100 characters since', '2026-12-02T12:00:00Z', 100, 0],
    ['no more since', '2026-12-02T12:00:00Z', 101, 1],
  ])(
    'may have a header of %s',
    async (_, at, length, code) => {
      const header = `fix(kernel): ${'A'.padEnd(length - 13, 'a')}`;
      await git('config', 'core.hooksPath', '/dev/null');
      for (const message of ['chore(kernel): Begin', header])
        await scratch.gitAt(at, 'commit', '--allow-empty', '--message', message);
      const checked = await scratch.run('libs/workspace/check-commits.mjs');
      await git('update-ref', '-d', 'HEAD');
      await scratch.run('.husky/install.mjs', [], { environment: { CI: '' } });

      expect(checked).toMatchObject({ code });
    },
    60_000,
  );

  it('is refused when a file is not formatted', async () => {
    const { code, output } = await committing('docs/note.md', 'A  note\n===\n', 'docs(workspace): Add a note');

    expect(output).toContain('docs/note.md');
    expect(code).not.toBe(0);
  }, 60_000);

  it('is refused when a file breaks a rule that only Nx can see', async () => {
    const text = "import { contracts } from '@janela/contracts';\n\nexport const kernel = contracts;\n";
    const { code, output } = await committing('libs/kernel/src/upwards.ts', text, 'feat(kernel): Reach upwards');

    expect(output).toContain('A project tagged with "type:kernel" can only depend on');
    expect(code).not.toBe(0);
  }, 60_000);

  it('is made when all is well, and nothing else is touched', async () => {
    await scratch.write('libs/kernel/src/other.ts', 'export   const other = 1;\n');
    await scratch.write('libs/kernel/src/upwards.ts', 'export const one = 1;\n');
    await git('add', 'libs/kernel/src/upwards.ts');
    const { code, output } = await git('commit', '--message', 'feat(kernel): Count to one');

    expect({ code, output }).toMatchObject({ code: 0 });
    expect((await git('show', '--name-only', '--format=')).output.trim()).toBe('libs/kernel/src/upwards.ts');
  }, 60_000);
});
