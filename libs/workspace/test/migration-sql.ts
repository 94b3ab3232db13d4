import { createHash } from 'node:crypto';

import ts from 'typescript';

import { sentUnread } from './sent-unread.ts';
import { statementsIn } from './sql-statements.ts';

/** What a migration sends to the database on its way up. */
export interface MigrationSql {
  /** One by one, without comments and the bodies of functions. A value that is put in is an underscore. */
  statements: string[];
  /** What it sends that is not among these, as it is written there. */
  unread: string[];
  /** Whether it runs in a transaction, as migrations do unless they say otherwise. */
  isInTransaction: boolean;
  /** The stamp of the migration after which nothing uses any more what this one takes away: `// Contract of 20261201090000: …` */
  contractOf?: string;
}

/** Returns the statements of a migration’s source: what its class has as text, but for the way down. */
export function sqlOf(source: string): MigrationSql {
  const file = parse(source);
  const [, contractOf] = /\bContract of (\d{14})\b/.exec(source) ?? [];
  return {
    statements: textsIn(file, { down: false }).flatMap(statementsIn),
    unread: sentUnread(file),
    isInTransaction: !/\btransaction = false\b/.test(source),
    ...(contractOf !== undefined && { contractOf }),
  };
}

/**
 * Returns the SHA-256 of all texts of a migration’s source, up and down, bodies of functions and literals included. How the source is
 * written does not count: neither its white space nor its quotes, comments and lists of classes.
 */
export function hashOf(source: string): string {
  const texts = textsIn(parse(source), { down: true }).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

const parse = (source: string) => ts.createSourceFile('migration.ts', source, ts.ScriptTarget.Latest, true);

function textsIn(file: ts.SourceFile, { down }: { down: boolean }): string[] {
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
