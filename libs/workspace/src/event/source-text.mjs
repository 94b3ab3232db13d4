/**
 * Imports a name: into the import from that file if there is one, else by a line of its own after the last.
 * @param {string} text a TypeScript file
 * @param {string} name
 * @param {string} from `./values/identity.ts`
 */
export function withImport(text, name, from) {
  const quoted = from.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const existing = new RegExp(`import \\{([^}]*)\\} from '${quoted}';`).exec(text);
  if (!existing) {
    const line = `import { ${name} } from '${from}';\n`;
    const end = text.lastIndexOf("';\n", text.search(/\n\n(?!import)/)) + 3;
    // Packages come first, then, after a blank line, the project's own files.
    const last = text.slice(0, end).trimEnd().split('\n').at(-1) ?? '';
    const isFirstOfItsOwn = from.startsWith('.') && / from '[^.]/.test(last);
    return text.slice(0, end) + (isFirstOfItsOwn ? '\n' : '') + line + text.slice(end);
  }
  const names = (existing[1] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (names.includes(name)) return text;
  return text.replace(existing[0], `import { ${[...names, name].join(', ')} } from '${from}';`);
}

/**
 * The names that a file imports from another, in the order of its lines.
 * @param {string} text
 * @param {RegExp} from
 * @returns {string[]}
 */
export function importedNames(text, from) {
  return [...text.matchAll(/import \{([^}]*)\} from '([^']+)';/g)]
    .filter(([, , path = '']) => from.test(path))
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '');
}

/**
 * Adds a line where it belongs among sorted ones.
 * @param {string} text
 * @param {string} line
 */
export function withSortedLine(text, line) {
  const lines = text.split('\n');
  if (lines.includes(line)) return text;
  const next = lines.findIndex((other) => other === '' || other > line);
  lines.splice(next === -1 ? lines.length : next, 0, line);
  return lines.join('\n');
}
