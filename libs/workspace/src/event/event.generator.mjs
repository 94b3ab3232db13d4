import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { formatFiles, readJson } from '@nx/devkit';

import { camel, mustBeKebab, pascal, words, WrongName } from '../names.mjs';
import { importedNames, withImport, withSortedLine } from './source-text.mjs';

const contracts = 'libs/contracts/src';
const topics = 'infra/kafka/topics.json';

/**
 * @typedef {{ service: string, aggregate: string, past: string, summary?: string, planned?: boolean }} EventOptions
 * @typedef {import('@nx/devkit').Tree} Tree
 */

/**
 * `npx nx g @janela/workspace:event registry household verified`. What it says is left to its author: the id of its aggregate
 * is there, the rest of `data` is not, and it is planned until a service publishes it.
 * @param {Tree} tree
 * @param {EventOptions} options
 */
export default async function event(tree, options) {
  const { service, aggregate, past } = options;
  for (const [what, name] of Object.entries({ service, aggregate, past })) mustBeKebab(name, `The ${what}`);
  if (!tree.exists(`services/${service}`) && !tree.exists(`${contracts}/${service}`)) {
    throw new WrongName(
      `There is no service ${service}: make it first, with  npx nx g @janela/workspace:service ${service}`,
    );
  }
  const name = pascal(aggregate) + pascal(past);
  const path = `${service}/${aggregate}.events.ts`;

  addContract(tree, { ...options, name, path: `${contracts}/${path}` });
  addToIndex(tree, `./${path}`);
  addToCatalogue(tree, name, service, `./${path}`);
  addTopic(tree, `${service}.${aggregate}`);
  await formatFiles(tree);
  return () => {
    const generate = join(tree.root, 'libs/contracts/bin/generate.ts');
    execFileSync(process.execPath, ['--conditions=source', generate], { cwd: tree.root, stdio: 'inherit' });
  };
}

/**
 * @param {Tree} tree
 * @param {EventOptions & { name: string, path: string }} options
 */
function addContract(tree, { service, aggregate, past, summary, planned = true, name, path }) {
  const type = `${service}.${aggregate}.${past}.v1`;
  const existing =
    tree.read(path, 'utf8') ?? "import { z } from 'zod';\n\nimport { defineEvent } from '../event.ts';\n\n";
  if (existing.includes(`'${type}'`)) throw new WrongName(`${type} is there already, in ${path}.`);
  const id = `${camel(aggregate)}Id`;
  const said = summary ?? `${withArticle(words(aggregate))} was ${words(past)}.`;
  const contract = `
export const ${name} = defineEvent('${type}', {
  summary: ${JSON.stringify(said)},
${planned ? '  planned: true,\n' : ''}  key: ({ ${id} }) => ${id},
  data: z.object({ ${id}: Id }),
});
`;
  let text = existing;
  text = withImport(text, 'z', 'zod');
  text = withImport(text, 'defineEvent', '../event.ts');
  text = withImport(text, 'Id', '../values/identity.ts');
  tree.write(path, `${text.trimEnd()}\n${contract}`);
}

/**
 * @param {Tree} tree
 * @param {string} from
 */
function addToIndex(tree, from) {
  const index = `${contracts}/index.ts`;
  tree.write(index, withSortedLine(tree.read(index, 'utf8') ?? '', `export * from '${from}';`));
}

/**
 * After its aggregate's events, else after its service's, else last.
 * @param {Tree} tree
 * @param {string} name
 * @param {string} service
 * @param {string} from
 */
function addToCatalogue(tree, name, service, from) {
  const file = `${contracts}/catalogue.ts`;
  const text = tree.read(file, 'utf8') ?? '';
  const siblings = importedNames(text, new RegExp(`^${from.replaceAll('.', '\\.')}$`));
  const neighbours = siblings.length > 0 ? siblings : importedNames(text, new RegExp(`^\\./${service}/`));
  const start = text.indexOf('readonly AnyEvent[] = [');
  const [imports, list] = [text.slice(0, start), text.slice(start)];
  const place = (/** @type {string} */ one) => list.indexOf(`\n  ${one},\n`);
  const last = neighbours.toSorted((a, b) => place(a) - place(b)).at(-1);
  const listed = last
    ? list.replace(`\n  ${last},\n`, `\n  ${last},\n  ${name},\n`)
    : list.replace('\n];', `\n  ${name},\n];`);
  tree.write(file, withImport(imports, name, from) + listed);
}

/**
 * A topic of pseudonymous facts, kept for ever. One for personal data is a decision that no generator takes.
 * @param {Tree} tree
 * @param {string} name
 */
function addTopic(tree, name) {
  /** @type {{ name: string }[]} */
  const all = readJson(tree, topics);
  if (all.some((topic) => topic.name === name || topic.name.startsWith(`${name}.`))) return;
  const topic = { name, kind: 'facts', partitions: 3, retentionMs: -1, cleanup: 'delete' };
  const rows = [...all, topic].toSorted((a, b) => a.name.localeCompare(b.name)).map((row) => JSON.stringify(row));
  tree.write(topics, `[\n${rows.join(',\n')}\n]\n`);
}

/** @param {string} noun */
function withArticle(noun) {
  return `${/^[aeiou]/.test(noun) ? 'An' : 'A'} ${noun}`;
}
