import { projectOf } from './libs/workspace/boundaries.mjs';

/** Through Nx, never bare ESLint: without Nx's graph the import rules are skipped in silence. */
function lint(files) {
  const names = new Set(files.map((file) => projectOf(file)?.name).filter((name) => name !== undefined));
  return names.size > 0 ? [`nx run-many --targets=lint --projects=${[...names].join(',')}`] : [];
}

/** What a commit must pass. It only looks: nothing is formatted, stashed or added behind your back. */
export default { '*': 'prettier --check --ignore-unknown', '*.{ts,tsx,mjs}': lint };
