import { join } from 'node:path';

import { formatFiles, generateFiles, readJson } from '@nx/devkit';

import { camel, mustBeKebab, pascal, snake, words, WrongName } from '../names.mjs';
import { withStatefulService, withService } from './compose-block.mjs';
import { withRow } from './table-row.mjs';

const databases = 'infra/postgres/databases.json';
const compose = 'docker-compose.yml';
const stack = 'tools/stack/src/services.ts';
const lockfile = 'package-lock.json';
const readme = 'README.md';
// Those up to 8105 and the sandbox's 8190 belong to the first services.
const firstPort = 8106;
const lastPort = 8189;

/** @typedef {import('@nx/devkit').Tree} Tree */

/**
 * `npx nx g @janela/workspace:service appeals`: a service that starts, answers and is tested, and does nothing yet. Its scope is
 * read from its folder, so no list of scopes is touched.
 * @param {Tree} tree
 * @param {{ name: string, port?: number }} options
 */
export default async function service(tree, { name, port = freePort(tree) }) {
  mustBeKebab(name, 'The service');
  const root = `services/${name}`;
  if (tree.exists(root)) throw new WrongName(`There is a service ${name} already, in ${root}.`);

  const names = { name, className: pascal(name), camelName: camel(name), Name: titled(name), database: snake(name) };
  generateFiles(tree, join(import.meta.dirname, 'files'), root, { ...names, port, tmpl: '' });
  addDatabase(tree, snake(name));
  addToStack(tree, name, port);
  addToReadme(tree, name, port);
  addToLockfile(tree, name, root);
  await formatFiles(tree);
  return () => void process.stdout.write('\nIts OpenAPI document, and the types of its paths:  npm run generate\n');
}

/**
 * @param {Tree} tree
 * @returns {number}
 */
function freePort(tree) {
  const taken = new Set(tree.children('services').flatMap((service) => portsIn(tree, `services/${service}/src`)));
  const free = Array.from({ length: lastPort - firstPort + 1 }, (_, index) => firstPort + index).find(
    (one) => !taken.has(one),
  );
  if (free === undefined)
    throw new WrongName(`The ports ${firstPort} to ${lastPort} are taken: give one, with --port.`);
  return free;
}

/**
 * @param {Tree} tree
 * @param {string} folder
 */
function portsIn(tree, folder) {
  const configs = tree.children(folder).filter((file) => file.endsWith('.config.ts'));
  const texts = configs.map((file) => tree.read(`${folder}/${file}`, 'utf8') ?? '');
  return texts.flatMap((text) => [...text.matchAll(/port: (\d+)/g)].map(([, port]) => Number(port)));
}

/**
 * @param {Tree} tree
 * @param {string} name
 */
function addDatabase(tree, name) {
  /** @type {string[]} */
  const all = readJson(tree, databases);
  tree.write(databases, `${JSON.stringify([...all, name])}\n`);
}

/**
 * What `npm start` and Docker start.
 * @param {Tree} tree
 * @param {string} name
 * @param {number} port
 */
function addToStack(tree, name, port) {
  tree.write(compose, withService(tree.read(compose, 'utf8') ?? '', name, port));
  tree.write(stack, withStatefulService(tree.read(stack, 'utf8') ?? '', name, port));
}

/**
 * @param {Tree} tree
 * @param {string} name
 * @param {number} port
 */
function addToReadme(tree, name, port) {
  const text = tree.read(readme, 'utf8');
  if (!text) return;
  const cells = {
    service: `[${name}](services/${name}/README.md)`,
    port: String(port),
    owns: `database \`${snake(name)}\``,
  };
  tree.write(readme, withRow(text, 'services', cells));
}

/**
 * What `npm install` would write; the next one links the folder into `node_modules`.
 * @param {Tree} tree
 * @param {string} name
 * @param {string} root
 */
function addToLockfile(tree, name, root) {
  const lock = readJson(tree, lockfile);
  lock.packages[root] = { name: `@janela/${name}`, version: '0.1.0' };
  lock.packages[`node_modules/@janela/${name}`] = { resolved: root, link: true };
  const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  tree.write(lockfile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

/** @param {string} name */
function titled(name) {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
