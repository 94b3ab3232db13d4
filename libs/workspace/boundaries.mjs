import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const workspaceRoot = join(import.meta.dirname, '..', '..');

/**
 * What a project may be (`type:`), and which types and npm packages its sources may import; `packages` left out means any.
 * `imports` is the layering, written from the innermost type outwards.
 * @type {Record<string, { imports: string[], packages?: string[] }>}
 */
export const types = {
  kernel: { imports: ['kernel'], packages: [] },
  contract: { imports: ['kernel', 'contract'], packages: ['zod'] },
  api: { imports: ['contract'], packages: ['openapi-fetch'] },
  platform: { imports: ['kernel', 'contract'] },
  transport: { imports: ['kernel', 'contract', 'platform'] },
  service: { imports: ['kernel', 'contract', 'platform', 'transport'] },
  client: { imports: ['kernel', 'contract', 'api'] },
  tool: { imports: ['kernel', 'contract', 'api', 'tool'] },
  program: { imports: ['kernel', 'contract', 'api', 'tool', 'program'] },
  testing: { imports: ['kernel', 'contract', 'api', 'platform', 'transport', 'tool'] },
  journey: { imports: ['kernel', 'contract', 'api', 'platform', 'transport', 'tool', 'program', 'testing'] },
};

/**
 * Every project of the workspace: its `project.json`, and where that stands.
 * @returns {{ file: string, name: string, tags: string[] }[]}
 */
export function projects(root = workspaceRoot) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const files = globSync(
    read('package.json').workspaces.map((/** @type {string} */ folder) => `${folder}/project.json`),
    { cwd: root },
  );
  return files.sort().map((file) => ({ file, ...read(file) }));
}

/**
 * The project that a file is part of; undefined for one of the root.
 * @param {string} path absolute, or from the workspace's root
 */
export function projectOf(path, root = workspaceRoot) {
  const inside = relative(root, resolve(root, path));
  return projects(root).find(({ file }) => inside.startsWith(`${dirname(file)}${sep}`));
}

/** Who may own a project (`scope:`): each service its own folder, and `shared` what all may use. Read, so never out of date. */
export function scopes(root = workspaceRoot) {
  const services = projects(root)
    .map(({ file }) => file.split('/'))
    .filter(([top]) => top === 'services')
    .map(([, service]) => service);
  return ['shared', ...new Set(services)];
}

/**
 * The constraints of `@nx/enforce-module-boundaries`: for sources, or for the tests and benches beside them.
 * @param {{ tests: boolean }} options
 */
export function constraints({ tests }) {
  return [
    ...Object.entries(types).map(([type, { imports, packages }]) => ({
      sourceTag: `type:${type}`,
      onlyDependOnLibsWithTags: [...imports, ...(tests ? ['testing', 'tool'] : [])].map((one) => `type:${one}`),
      ...(packages && !tests && { allowedExternalImports: packages }),
    })),
    ...scopes().map((scope) => ({
      sourceTag: `scope:${scope}`,
      onlyDependOnLibsWithTags: [...new Set([`scope:${scope}`, 'scope:shared'])],
    })),
  ];
}

/** Their specs use `testing`, which is built from them: every circle of projects passes through there, and none lies in sources. */
export const circlesOfTests = ['platform', 'messaging', 'jobs'].map((lib) => [lib, 'testing']);
