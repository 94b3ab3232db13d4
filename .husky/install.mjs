// Puts the hooks of this folder to work, after `npm install`. Where there are no commits (a pipeline, an archive without .git, an
// installation without development packages) there is nothing to do, and nothing to say.
import { existsSync } from 'node:fs';

if (!process.env.CI && existsSync('.git')) {
  const husky = await import('husky').catch(() => undefined);
  const problem = husky?.default();
  if (problem) process.stderr.write(`The git hooks are not installed: ${problem}\n`);
}
