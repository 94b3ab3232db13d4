import { spawnSync } from 'node:child_process';

import { Refusal } from '../refusal.ts';
import type { Say } from '../say.ts';
import { root } from '../servers.ts';

/** Builds every service and the web app; what has not changed since is not built again. Refuses with the builder's own words. */
export function buildAll(say: Say): void {
  say('Building the services and the window.');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (status !== 0) throw new Refusal(`The build failed: ${stdout}${stderr}`);
}
