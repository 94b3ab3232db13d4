// `npm run check:commits`: the messages since the branch left origin/main, or the newest ones where there is no such branch.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const newest = 50;

function git(/** @type {string[]} */ ...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** The commit before the first that is checked; empty means: from the very first one. */
function before() {
  const [head, fork] = [git('rev-parse', 'HEAD'), git('merge-base', 'origin/main', 'HEAD')];
  if (fork && fork !== head) return fork;
  return git('rev-list', '--first-parent', `--max-count=${newest + 1}`, 'HEAD').split('\n')[newest] ?? '';
}

if (!existsSync(join(root, '.git')) || !git('rev-parse', 'HEAD')) {
  process.stdout.write('There is no git history here, so no commit messages are checked.\n');
} else {
  const from = before();
  const commitlint = join(root, 'node_modules', '@commitlint', 'cli', 'cli.js');
  const range = from ? ['--from', from] : ['--from', git('rev-list', '--max-parents=0', 'HEAD')];
  process.exitCode = spawnSync(process.execPath, [commitlint, ...range], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
