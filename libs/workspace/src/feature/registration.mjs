import { withImport } from '../event/source-text.mjs';

/** @typedef {import('./feature.generator.mjs').Names} Names */

/**
 * The root module with the feature's module, and its jobs.
 * @param {string} text
 * @param {Names} names
 */
export function inModule(text, { feature, jobs, Feature, Noun }) {
  const listed = withLast(text, /imports: \[/, `${Feature}Module`);
  const imported = withImport(listed, `${Feature}Module`, `./${feature}/${feature}.module.ts`);
  if (!jobs) return imported;
  const job = `Check${Noun}`;
  const withJob = imported.replace(/\bjobs: (?:\[([^\]]*)\]|(\w+))/, (_, list, name) => {
    const others = name === undefined ? list.trim().replace(/,$/, '') : `...${name}`;
    return `jobs: [${others === '' ? '' : `${others}, `}${job}]`;
  });
  return withImport(withJob, job, `./${feature}/${feature}.jobs.ts`);
}

/**
 * The lists of entities and migrations with one more each; the migration comes last.
 * @param {string} text
 * @param {string} entity
 * @param {string} migration
 */
export function inDataSource(text, entity, migration) {
  return withLast(
    withLast(text, /export const entities[^=]*= \[/, entity),
    /export const migrations[^=]*= \[/,
    migration,
  );
}

/**
 * @param {string} text
 * @param {Names} names
 */
export function inPermissions(text, { noun, verb, featureWords, nounWords, verbWords }) {
  const capital = verbWords.charAt(0).toUpperCase() + verbWords.slice(1);
  const article = /^[aeiou]/.test(nounWords) ? 'an' : 'a';
  const rows = `
  '${noun}.read': { roles: ['administrator', 'auditor'], description: 'See ${featureWords}' },
  '${noun}.${verb}': { roles: ['administrator'], description: '${capital} ${article} ${nounWords}' },`;
  const isTable = /\n\} satisfies Record<string, Permission>;/;
  return isTable.test(text)
    ? text.replace(isTable, (end) => `\n${rows}${end}`)
    : text.replace(/\.\.\.messagingPermissions,?/, () => `...messagingPermissions,${rows}`);
}

/**
 * A row of the table of refusals, which a service without one gets.
 * @param {string} text
 * @param {Names} names
 */
export function inErrors(text, { service, nounSnake, nounWords, Noun }) {
  const name = `${Noun}NotFound`;
  const row = `\n  ${name}: [404, '${nounSnake}_not_found', 'There is no such ${nounWords}'],`;
  const table = new RegExp(`,?\\s*\\} = appErrors\\('${service}', \\{`);
  if (table.test(text)) return text.replace(table, () => `, ${name} } = appErrors('${service}', {${row}`);
  const own = `export const { ${name} } = appErrors('${service}', {${row}\n});\n`;
  if (text === '') return `import { appErrors } from '@janela/platform';\n\n${own}`;
  return `${withImport(text, 'appErrors', '@janela/platform').trimEnd()}\n\n${own}`;
}

/**
 * The tables of who gets through and of who is shown, in a spec that has one.
 * @param {string} text
 * @param {Names} names
 */
export function inTables(text, { feature }) {
  const path = `/v1/${feature}`;
  const access = `
      'GET ${path}': ['administrator', 'auditor'],
      'GET ${path}/:id': ['administrator', 'auditor'],
      'POST ${path}': ['administrator'],`;
  const reading = `
      'GET ${path}': 'It shows documents by their numbers.',
      'GET ${path}/:id': 'It shows a document by its number.',`;
  const withAccess = afterFirst(text, /await accessProblems\([^{]*\{/, access);
  return afterFirst(withAccess, /await readingProblems\([^{]*\{/, reading);
}

/**
 * The sentence of the refusal: what is said of all that is not there.
 * @param {string} text
 * @param {Names} names
 */
export function inWords(text, { service, nounSnake }) {
  const row = `\n  '${service}.${nounSnake}_not_found': notHere,`;
  return withImport(afterFirst(text, /Record<string, Sentence> = \{/, row), 'notHere', './shared.words.ts');
}

/**
 * A list with one item more, at its end.
 * @param {string} text
 * @param {RegExp} opening with the bracket that opens the list
 * @param {string} item
 */
function withLast(text, opening, item) {
  const found = opening.exec(text);
  if (!found) return text;
  const start = found.index + found[0].length;
  let end = start;
  for (let depth = 1; end < text.length; end += 1) {
    if ('[{('.includes(text.charAt(end))) depth += 1;
    if (']})'.includes(text.charAt(end))) depth -= 1;
    if (depth === 0) break;
  }
  const list = text.slice(start, end).trimEnd();
  const between = list === '' || /,$|\/\/.*$/.test(list) ? '\n' : ', ';
  return `${text.slice(0, start)}${list}${between}${item}${text.slice(end)}`;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {string} more
 */
function afterFirst(text, pattern, more) {
  return text.replace(pattern, (found) => found + more);
}
