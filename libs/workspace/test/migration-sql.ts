import { createHash } from 'node:crypto';

import ts from 'typescript';

/** What a migration sends to the database on its way up. */
export interface MigrationSql {
  /** One by one, without comments and the bodies of functions. A value that is put in is an underscore. */
  statements: string[];
  /** Whether it runs in a transaction, as migrations do unless they say otherwise. */
  isInTransaction: boolean;
  /** The stamp of the migration after which nothing uses any more what this one takes away: `// Contract of 20261201090000: …` */
  contractOf?: string;
}

/** Returns the statements of a migration’s source: what its class has as text, but for the way down. */
export function sqlOf(source: string): MigrationSql {
  const [, contractOf] = /\bContract of (\d{14})\b/.exec(source) ?? [];
  return {
    statements: textsIn(source, { down: false }).flatMap(statementsIn),
    isInTransaction: !/\btransaction = false\b/.test(source),
    ...(contractOf !== undefined && { contractOf }),
  };
}

/**
 * Returns the SHA-256 of all texts of a migration’s source, up and down, bodies of functions and literals included. How the source is
 * written does not count: neither its white space nor its quotes, comments and lists of classes.
 */
export function hashOf(source: string): string {
  const texts = textsIn(source, { down: true }).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

function textsIn(source: string, { down }: { down: boolean }): string[] {
  const file = ts.createSourceFile('migration.ts', source, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (!down && ts.isMethodDeclaration(node) && node.name.getText() === 'down') return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `_${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

function statementsIn(text: string): string[] {
  return text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter((statement) => /^[A-Za-z]+ /.test(statement));
}
