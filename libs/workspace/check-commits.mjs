// `npm run check:commits`: the messages since the branch left origin/main, or the newest ones where there is no such branch.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const newest = 50;
/** Headers have been at most 100 characters long since; before it was 110. */
const shorterSince = '2026-12-01T15:30:00Z';

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

/**
 * Messages by how long their headers may be, up to the commit before them and the last of them.
 * @returns {{ from: string, to: string, longest: number }[]}
 */
function ranges() {
  const from = before() || git('rev-list', '--max-parents=0', 'HEAD');
  const older = git('rev-list', '--max-count=1', `--before=${shorterSince}`, 'HEAD');
  const isAllNewer = !older || git('merge-base', older, from) === older;
  if (isAllNewer) return [{ from, to: 'HEAD', longest: 100 }];
  return [
    { from, to: older, longest: 110 },
    { from: older, to: 'HEAD', longest: 100 },
  ];
}

/** @param {{ from: string, to: string, longest: number }} range */
function isRight({ from, to, longest }) {
  const commitlint = join(root, 'node_modules', '@commitlint', 'cli', 'cli.js');
  const env = { ...process.env, COMMIT_HEADER_LENGTH: String(longest) };
  const args = [commitlint, '--from', from, '--to', to];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status === 0;
}

if (!existsSync(join(root, '.git')) || !git('rev-parse', 'HEAD')) {
  process.stdout.write('There is no git history here, so no commit messages are checked.\n');
} else {
  process.exitCode = ranges().map(isRight).every(Boolean) ? 0 : 1;
}
