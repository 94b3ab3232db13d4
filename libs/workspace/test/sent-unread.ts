import ts from 'typescript';

/** What gives statements that lock nothing for long, and may be sent though it lies elsewhere. */
const knownHelpers = new Set(['disableAreaPolicy', 'enableAreaPolicy']);

/** What a name of the file stands for: an expression of it, or something else that is declared there. */
type Declared = ReadonlyMap<string, (ts.Expression | undefined)[]>;

/**
 * Returns what a migration sends to the database, on its way up, that cannot be read in its own file: what it imports but for helpers
 * that are known, what is put together by `+`, and what TypeORM makes of a call.
 */
export function sentUnread(file: ts.SourceFile): string[] {
  const declared = declaredIn(file);
  const unread: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && node.name.getText() === 'down') return;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: receiver, name } = node.expression;
      const [sent] = node.arguments;
      const isOfRunner = receiver.getText() === 'runner';
      if (isOfRunner && name.text !== 'query') unread.push(node.expression.getText());
      if (name.text === 'query' && sent && !isRead(sent, declared)) unread.push(sent.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(unread)];
}

function isRead(sent: ts.Expression, declared: Declared, seen: readonly string[] = []): boolean {
  const read = (one: ts.Expression) => isRead(one, declared, seen);
  if (ts.isStringLiteralLike(sent) || ts.isNumericLiteral(sent)) return true;
  if (ts.isTemplateExpression(sent)) return sent.templateSpans.every(({ expression }) => read(expression));
  if (ts.isArrayLiteralExpression(sent)) return sent.elements.every(read);
  if (ts.isObjectLiteralExpression(sent) || ts.isArrowFunction(sent)) return true;
  if (ts.isConditionalExpression(sent)) return read(sent.whenTrue) && read(sent.whenFalse);
  if (ts.isCallExpression(sent)) return read(sent.expression) && sent.arguments.every(read);
  if (ts.isSpreadElement(sent) || ts.isParenthesizedExpression(sent) || ts.isAsExpression(sent))
    return read(sent.expression);
  if (ts.isPropertyAccessExpression(sent) || ts.isElementAccessExpression(sent)) return read(sent.expression);
  if (!ts.isIdentifier(sent)) return sent.kind === ts.SyntaxKind.ThisKeyword;
  if (knownHelpers.has(sent.text) || seen.includes(sent.text)) return true;
  const found = declared.get(sent.text) ?? [];
  return found.length > 0 && found.every((one) => one === undefined || isRead(one, declared, [...seen, sent.text]));
}

/** Variables by what they are given, those of a loop by what it goes through; parameters, functions and parts of an object by nothing. */
function declaredIn(file: ts.SourceFile): Declared {
  const declared = new Map<string, (ts.Expression | undefined)[]>();
  const add = (name: ts.Node | undefined, given?: ts.Expression) => {
    if (name && ts.isIdentifier(name)) declared.set(name.text, [...(declared.get(name.text) ?? []), given]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      const loop = node.parent.parent;
      add(node.name, ts.isForOfStatement(loop) ? loop.expression : node.initializer);
    }
    if (ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)) add(node.name);
    if (ts.isImportDeclaration(node)) for (const name of ofAnotherMigration(node)) add(name);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return declared;
}

/** Another migration is read by itself. */
function ofAnotherMigration({ moduleSpecifier, importClause }: ts.ImportDeclaration): ts.Identifier[] {
  const names = importClause?.namedBindings;
  const isMigration = /^'\.\/(?:\d{14}-[\w-]+|[\w-]+\.migration)\.ts'$/.test(moduleSpecifier.getText());
  return isMigration && names && ts.isNamedImports(names) ? names.elements.map(({ name }) => name) : [];
}
