import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';

const typescript = 'node --conditions=source --import @janela/workspace/typescript.mjs';
const development = '--import @janela/workspace/development.mjs';
const jest = 'node --experimental-vm-modules node_modules/jest/bin/jest.js --passWithNoTests';

/**
 * The targets of a project, read from what it has; a `project.json` stays a name and two tags.
 * @param {string} root folder of the project, from the workspace's
 * @param {string} workspaceRoot
 */
function targetsOf(root, workspaceRoot) {
  const at = (/** @type {string} */ name) => existsSync(join(workspaceRoot, root, name));
  const run = (/** @type {string} */ command, cwd = root) => ({
    executor: 'nx:run-commands',
    options: { command, cwd },
  });
  const swcrc = join(...root.split('/').map(() => '..'), '.swcrc');
  // The tools run before anything is built: Node strips their types.
  const isBuilt = (at('src/index.ts') || at('src/main.ts')) && !at('vite.config.ts') && !root.startsWith('tools/');
  return {
    lint: run('eslint . --max-warnings 0 --no-error-on-unmatched-pattern'),
    typecheck: run('tsc --noEmit -p tsconfig.json'),
    test: run(`${jest} --selectProjects unit files --testPathPatterns '/${root}/'`, '.'),
    ...(at('test') && {
      'test:endurance': run(`${jest} --selectProjects endurance --testPathPatterns '/${root}/'`, '.'),
    }),
    ...(at('src/main.ts') && { serve: { ...run(`${typescript} ${development} src/main.ts`), continuous: true } }),
    ...(at('src/migrate.ts') && { migrate: run(`${typescript} ${development} src/migrate.ts`) }),
    // A service with routes has permissions for them.
    ...(globSync('src/*.permissions.ts', { cwd: join(workspaceRoot, root) }).length > 0 && {
      openapi: run(`${typescript} libs/platform/bin/openapi.ts ${root}`, '.'),
    }),
    ...(at('vite.config.ts') && { build: run('vite build --logLevel warn') }),
    ...(isBuilt && {
      build: run(`swc src -d dist --strip-leading-paths --quiet --config-file ${swcrc} --ignore '**/*.spec.ts'`),
    }),
  };
}

/**
 * Nx asks for this: one node per `project.json`.
 * @type {[string, (files: readonly string[], options: unknown, context: { workspaceRoot: string }) => unknown]}
 */
export const createNodesV2 = [
  '**/project.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      return [file, { projects: { [root]: { targets: targetsOf(root, workspaceRoot) } } }];
    }),
];
