/* Copies what one service needs to run, besides packages, out of a built checkout: node infra/collect-files.mjs services/registry /files */
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [service = '', out = ''] = process.argv.slice(2);

const wanted = [
  ...['package.json', 'libs/*/package.json', 'libs/*/dist', 'libs/platform/otel.mjs'],
  ...[`${service}/package.json`, `${service}/dist`],
  // Creating databases and topics, which any image can do.
  ...['tools/*/package.json', 'tools/servers/src', 'tools/supervisor/src'],
  ...['infra/kafka/*.json', 'infra/postgres/databases.json'],
  ...(service === 'services/window/server' ? ['services/window/client/dist', 'countries/*/*.json'] : []),
];

for (const pattern of wanted) {
  const paths = globSync(pattern, { cwd: root });
  if (paths.length === 0) throw new Error(`There is no ${pattern}: build first, and name the service by its folder.`);
  for (const path of paths) cpSync(join(root, path), join(out, path), { recursive: true });
}
