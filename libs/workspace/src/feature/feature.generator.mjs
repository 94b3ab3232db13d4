import { join } from 'node:path';

import { formatFiles, generateFiles } from '@nx/devkit';

import event from '../event/event.generator.mjs';
import { withImport, withSortedLine } from '../event/source-text.mjs';
import { camel, mustBeKebab, pascal, snake, words, WrongName } from '../names.mjs';
import * as registered from './registration.mjs';

const contracts = 'libs/contracts/src';

/**
 * @typedef {import('@nx/devkit').Tree} Tree
 * @typedef {{ service: string, feature: string, noun?: string, verb?: string, past?: string, events?: boolean, jobs?: boolean }} FeatureOptions
 * @typedef {ReturnType<typeof namesOf>} Names
 */

/**
 * `npx nx g feature payments refunds`: a feature as every service has them, from the contract to the migration and the spec. What
 * it is about is left to its author: there is an area and a reference, and the rest is not.
 * @param {Tree} tree
 * @param {FeatureOptions} options
 */
export default async function feature(tree, options) {
  const names = namesOf(tree, options);
  const { service, feature, noun, events, jobs } = names;
  const src = `services/${service}/src`;
  const write = (/** @type {string} */ files, /** @type {string} */ folder) =>
    generateFiles(tree, join(import.meta.dirname, 'files', files), folder, { ...names, tmpl: '' });

  write('contract', `${contracts}/${service}`);
  write('service', `${src}/${feature}`);
  write('migration', `${src}/migrations`);
  write('test', `services/${service}/test`);
  if (events) write('events', `${src}/${feature}`);
  if (jobs) write('jobs', `${src}/${feature}`);
  if (jobs && !tree.exists(`${src}/system.ts`)) write('system', src);
  const index = `${contracts}/index.ts`;
  change(tree, index, (text) => withSortedLine(text, `export * from './${service}/${noun}.api.ts';`));
  register(tree, src, names);
  const written = events
    ? await event(tree, { service, aggregate: noun, past: names.past, planned: false })
    : undefined;
  await formatFiles(tree);
  return () => {
    written?.();
    process.stdout.write(left(tree, names));
  };
}

/**
 * Puts the feature into the lists of its service, and its refusal into the words of the window.
 * @param {Tree} tree
 * @param {string} src
 * @param {Names} names
 */
function register(tree, src, names) {
  const { service, feature, noun, Feature, Noun, stamp } = names;
  const test = `services/${service}/test`;
  change(tree, `${src}/${service}.module.ts`, (text) => registered.inModule(text, names));
  change(tree, `${src}/data-source.ts`, (text) => {
    const migration = `Create${Feature}${stamp}`;
    const listed = registered.inDataSource(text, `${Noun}Entity`, migration);
    const imported = withImport(listed, `${Noun}Entity`, `./${feature}/${noun}.entity.ts`);
    return withImport(imported, migration, `./migrations/${stamp}-create-${feature}.ts`);
  });
  change(tree, `${src}/${service}.permissions.ts`, (text) => registered.inPermissions(text, names));
  change(tree, `${src}/${service}.errors.ts`, (text) => registered.inErrors(text, names));
  for (const file of tree.children(test).filter((name) => name.endsWith('.spec.ts')))
    change(tree, `${test}/${file}`, (text) => registered.inTables(text, names));
  const refusals = 'services/window/client/src/codes/refusals';
  const [own, common] = [`${refusals}/${service}.words.ts`, `${refusals}/common.words.ts`];
  change(tree, tree.exists(own) ? own : common, (text) => registered.inWords(text, names));
}

/**
 * @param {Tree} tree
 * @param {string} path
 * @param {(text: string) => string} work
 */
function change(tree, path, work) {
  tree.write(path, work(tree.read(path, 'utf8') ?? ''));
}

/**
 * @param {Tree} tree
 * @param {FeatureOptions} options
 */
function namesOf(tree, options) {
  const { service, feature, verb = 'add', events = false, jobs = false } = options;
  const noun = options.noun ?? singular(feature);
  const past = options.past ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`);
  for (const [what, name] of Object.entries({ service, feature, noun, verb, past })) mustBeKebab(name, `The ${what}`);
  if (!tree.exists(`services/${service}/src/${service}.module.ts`))
    throw new WrongName(
      `There is no service ${service}: make it first, with  npx nx g @janela/workspace:service ${service}`,
    );
  if (tree.exists(`services/${service}/src/${feature}`))
    throw new WrongName(`There is a feature ${feature} already, in services/${service}/src/${feature}.`);
  if (tree.exists(`${contracts}/${service}/${noun}.api.ts`))
    throw new WrongName(
      `There is a ${noun} already, in ${contracts}/${service}/${noun}.api.ts: give another, with --noun.`,
    );
  const given = { service, feature, noun, verb, past, events, jobs };
  const cases = {
    ...casesOf('feature', feature),
    ...casesOf('noun', noun),
    ...casesOf('verb', verb),
    ...casesOf('past', past),
  };
  const together = { VerbNoun: pascal(verb) + pascal(noun), verbNoun: camel(verb) + pascal(noun) };
  return {
    ...given,
    ...cases,
    ...together,
    Service: pascal(service),
    startService: startOf(tree, service),
    table: snake(feature),
    stamp: stampOf(tree, service),
  };
}

/**
 * `case-file` as `nounCamel`, `nounSnake`, `nounWords` and `Noun`.
 * @template {string} Key
 * @param {Key} key
 * @param {string} name
 * @returns {Record<`${Key}Camel` | `${Key}Snake` | `${Key}Words` | Capitalize<Key>, string>}
 */
function casesOf(key, name) {
  const cases = { Camel: camel(name), Snake: snake(name), Words: words(name) };
  const named = Object.entries(cases).map(([ending, text]) => [`${key}${ending}`, text]);
  return Object.fromEntries([...named, [pascal(key), pascal(name)]]);
}

/**
 * What the harness of a service is started by.
 * @param {Tree} tree
 * @param {string} service
 */
function startOf(tree, service) {
  const harness = tree.read(`services/${service}/test/${service}.harness.ts`, 'utf8') ?? '';
  return /export (?:async )?function (start\w+)/.exec(harness)?.[1] ?? `start${pascal(service)}`;
}

/** @param {string} plural */
function singular(plural) {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  if (plural.endsWith('s')) return plural.slice(0, -1);
  throw new WrongName(`A feature is named in the plural, like "refunds": say what one of "${plural}" is, with --noun.`);
}

/**
 * The time of the migration, after all others of the service.
 * @param {Tree} tree
 * @param {string} service
 */
function stampOf(tree, service) {
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const stamps = tree.children(`services/${service}/src/migrations`).map((name) => name.slice(0, 14));
  const last =
    stamps
      .filter((stamp) => /^\d{14}$/.test(stamp))
      .toSorted()
      .at(-1) ?? '';
  return last < now ? now : String(BigInt(last) + 1n);
}

/**
 * What no generator can know.
 * @param {Tree} tree
 * @param {Names} names
 */
function left(tree, { service, feature, noun, nounWords }) {
  const limits = `services/${service}/test/limits.api.spec.ts`;
  return [
    `\nSay what a ${nounWords} is in ${contracts}/${service}/${noun}.api.ts, its entity and its migration, and who may do`,
    `what in services/${service}/src/${service}.permissions.ts. Then:  npm run generate`,
    ...(tree.exists(limits) ? [`${limits} asks for a row of \`POST /v1/${feature}\`.`] : []),
    '',
  ].join('\n');
}
