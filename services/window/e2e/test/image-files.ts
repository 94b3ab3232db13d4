import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

import { root } from '@janela/servers';
import { type Service, services } from '@janela/stack';

/**
 * Lays out below a folder what the image of each service has, and answers where: the files that its Dockerfile collects, beside the
 * packages that are left without those for development. Whatever a service needs and does not find there, its image would lack.
 */
export function filesOfImages(folder: string): (service: Service) => string {
  const packages = productionPackages();
  const kept = join(folder, 'packages');
  for (const path of packages.filter((each) => !isOurs(each))) linkTree(join(root, path), join(kept, path));
  const rootOf = ({ name }: Service) => join(folder, name);
  for (const service of services) {
    const out = rootOf(service);
    execFileSync(process.execPath, [join(root, 'infra/collect-files.mjs'), service.folder, out]);
    for (const path of packages.filter((each) => each.lastIndexOf('node_modules') === 0)) {
      mkdirSync(join(out, path, '..'), { recursive: true });
      // One of our own libraries is elsewhere in the same image; other packages are the same in all of them.
      symlinkSync(isOurs(path) ? readlinkSync(join(root, path)) : join(kept, path), join(out, path));
    }
  }
  return rootOf;
}

const isOurs = (path: string): boolean => lstatSync(join(root, path)).isSymbolicLink();

/** The folders of packages, from the root of the checkout, that `npm install --omit=dev` would leave. */
function productionPackages(): string[] {
  // It exits with 1 where a package that is only wished for is not there; the list is whole all the same.
  const { stdout } = spawnSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' });
  const packages = stdout.split('\n').flatMap((path) => (path.includes('node_modules') ? relative(root, path) : []));
  if (packages.length === 0) throw new Error('npm ls names no package');
  return packages;
}

/** As if copied, but without taking room: a second name for each file. Packages inside this one are listed by themselves. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') linkTree(source, target);
    else if (entry.isFile()) link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // On another disk.
    copyFileSync(source, target);
  }
}
