// `npm run vocabulary` writes the words that are left; vocabulary.spec.ts holds them to what was written.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { projects } from './boundaries.mjs';

/** @typedef {Record<string, Record<string, number>>} Counts by project, then by word */

/**
 * Words that are not used, and what is written instead: for the parts of identifiers and file names, in comments, in what is
 * logged or shown, and in documents. A plural or an inflection is a word of its own.
 * @type {Record<string, string>}
 */
export const bannedWords = {
  ...inflections('house houses', 'the stack; household where that is meant'),
  ...inflections('deed deeds', 'change, action'),
  ...inflections('leash leashes', 'supervisor'),
  ...inflections('drawer drawers', 'sensitive access'),
  ...inflections('desk desks', 'office, session, caseworkers'),
  ...inflections('slot slots', 'position; sensitive access'),
  ...inflections('turn turns turned turning', 'transition, change'),
  ...inflections('hand hands handed handing', 'locked; pass, deliver'),
  ...inflections('told', 'published, given'),
  ...inflections('tell tells telling', 'publish, say'),
  ...inflections('hear hears heard', 'consume, receive'),
  ...inflections('reckon reckons reckoned reckoning', 'compute'),
  ...inflections('believe believes believed believing', 'cache, trust'),
  ...inflections('knock knocks knocked knocking', 'probe'),
  ...inflections('stranger strangers', 'an anonymous or another caller'),
  ...inflections('door doors', 'route'),
  ...inflections('news', 'events'),
  ...inflections('shelf shelves', 'file store'),
  ...inflections('squeezed', 'compressed'),
  ...inflections('whoever', 'the caller, or the role'),
  ...inflections('nobody', 'no one, with the role'),
  ...inflections('somebody', 'a person, with the role'),
  ...inflections('anybody', 'anyone, with the role'),
  ...inflections('anew', 'again'),
  ...inflections('mend mends mended mending', 'fix'),
};

/** How a docstring does not begin, and how it begins instead. */
const bannedStarts = { answers: 'Returns', tells: 'Publishes, Returns', asks: 'Requests, Returns', says: 'Returns' };

/** Ordinary uses of a banned word. */
const ordinary = [
  /\b(?:by|second|right|left)[ -]hands?\b|\bhand-?(?:written|made)\b|\bon the other hand\b/gi,
  /\breplication slots?\b/gi,
  // One of the questions of the Washington Group.
  /\bsee, hear\b/gi,
  /\bin (?:its |their )?turns?\b|\bturn(?:s|ed|ing)?(?: [\w"“”]+){0,4} (?:into|on|off|out|up|\d+)\b/gi,
];

/** Phrases that no screen shows, each with what it shows instead; looked for in files of words alone. */
export const bannedPhrases = {
  entrusted: 'Sent to provider',
  'how far it is': 'Progress',
  'parked event': 'Failed message',
  'came back': 'Returned',
  'being asked': 'Unconfirmed',
  'our book': 'our records',
  'take it on': 'Assign to me',
};

const read = /\.(?:ts|tsx|mjs|sql|sh|md)$/;
const skippedFolders = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'tmp', '_', 'openapi', 'schemas']);
const skippedFiles = new Set([
  // The glossary says which words of the screens should go.
  ...['docs/events.md', 'docs/states.md', 'docs/glossary.md'],
  ...['libs/workspace/vocabulary.mjs', 'libs/workspace/test/vocabulary.spec.ts'],
]);
/** Migrations that were merged before the words were kept; a merged migration never changes. */
const mergedBefore = '20261203000000';
const mergedInLibs = ['create-due-work', 'create-mailboxes', 'note-first-offsets'];
const baselineFile = 'libs/workspace/vocabulary-baseline.json';
const workspaceRoot = join(import.meta.dirname, '..', '..');

/** Returns the banned words of a file, each as often as it is there: `tell`, or `Answers …` for the start of a docstring. */
export function bannedIn(/** @type {string} */ path, /** @type {string} */ text) {
  const plain = ordinary.reduce((left, pattern) => left.replaceAll(pattern, ''), `${basename(path)}\n${text}`);
  const words = (plain.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
  const starts = [...plain.matchAll(/\/\*\*\s*(?:\*\s*)?([A-Z][a-z]+)\b/g)].map(([, word = '']) => word);
  const phrases = path.endsWith('.words.ts') ? Object.keys(bannedPhrases) : [];
  return [
    ...phrases.filter((phrase) => plain.toLowerCase().includes(phrase)),
    ...words.filter((word) => Object.hasOwn(bannedWords, word)),
    ...starts.filter((word) => Object.hasOwn(bannedStarts, word.toLowerCase())).map((word) => `${word} …`),
  ];
}

/**
 * Returns how often each banned word is in each project.
 * @returns {Counts}
 */
export function countWords(root = workspaceRoot) {
  const folders = projects(root).map(({ file, name }) => ({ name, folder: `${dirname(file)}/` }));
  /** @type {Counts} */
  const counts = {};
  for (const path of sources(root)) {
    const project = folders.find(({ folder }) => path.startsWith(folder))?.name ?? 'outside projects';
    for (const word of bannedIn(path, readFileSync(join(root, path), 'utf8'))) {
      const own = (counts[project] ??= {});
      own[word] = (own[word] ?? 0) + 1;
    }
  }
  return sorted(counts);
}

/** Returns a sentence for each word that a project has more often than the baseline lets it. */
export function tooMany(/** @type {Counts} */ counts, /** @type {Counts} */ baseline) {
  return pairs(counts)
    .filter(({ project, word, count }) => count > (baseline[project]?.[word] ?? 0))
    .map(({ project, word, count }) => {
      const instead =
        bannedWords[word] ??
        Reflect.get(bannedPhrases, word) ??
        Reflect.get(bannedStarts, word.split(' ')[0]?.toLowerCase() ?? '');
      return `${project}: "${word}" is there ${count} times, ${baseline[project]?.[word] ?? 0} at most. Write: ${instead}.`;
    });
}

/** Returns how often each word is in all projects together. */
export function totals(/** @type {Counts} */ counts) {
  const sums = new Map();
  for (const { word, count } of pairs(counts)) sums.set(word, (sums.get(word) ?? 0) + count);
  return sums;
}

/**
 * Returns the words that are there for now.
 * @returns {Counts}
 */
export function readBaseline(root = workspaceRoot) {
  return JSON.parse(readFileSync(join(root, baselineFile), 'utf8'));
}

/**
 * Writes the present words as the new baseline; refuses when there are more of one than before in all projects together,
 * unless there is no baseline.
 */
function writeBaseline() {
  const after = totals(countWords());
  const before = existsSync(join(workspaceRoot, baselineFile)) ? totals(readBaseline()) : after;
  const grown = [...after].filter(([word, count]) => count > (before.get(word) ?? 0));
  if (grown.length > 0) {
    process.stderr.write(`Nothing was written: more than before of ${grown.map(([word]) => word).join(', ')}.\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(workspaceRoot, baselineFile), `${JSON.stringify(countWords(), null, 2)}\n`);
}

function sources(/** @type {string} */ root) {
  const entries = globSync('**/*', { cwd: root, exclude: ({ name }) => skippedFolders.has(name), withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && read.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !skippedFiles.has(path) && !isMergedMigration(path));
}

function isMergedMigration(/** @type {string} */ path) {
  const [, stamp] = /\/migrations\/(\d{14})-/.exec(path) ?? [];
  return stamp === undefined ? mergedInLibs.includes(basename(path, '.migration.ts')) : stamp < mergedBefore;
}

function pairs(/** @type {Counts} */ counts) {
  return Object.entries(counts).flatMap(([project, words]) =>
    Object.entries(words).map(([word, count]) => ({ project, word, count })),
  );
}

/** @returns {Counts} */
function sorted(/** @type {Counts} */ counts) {
  const byName = (/** @type {[string, unknown]} */ [a], /** @type {[string, unknown]} */ [b]) => (a < b ? -1 : 1);
  return Object.fromEntries(
    Object.entries(counts)
      .sort(byName)
      .map(([project, words]) => [project, Object.fromEntries(Object.entries(words).sort(byName))]),
  );
}

function inflections(/** @type {string} */ words, /** @type {string} */ instead) {
  return Object.fromEntries(words.split(' ').map((word) => [word, instead]));
}

if (import.meta.main) writeBaseline();
