import { spawnSync } from 'node:child_process';

import { root } from '@janela/servers';
import { UserError, type Log } from '@janela/supervisor';

/** Builds every service and the web app; what has not changed since is not built again. Refuses with the builder's own words. */
export function buildAll(log: Log): void {
  log('Building the services and the window.');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (status !== 0) throw new UserError(`The build failed: ${stdout}${stderr}`);
}
