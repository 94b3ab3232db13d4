/**
 * Returns the statements of a text one by one, without comments, literals and the bodies of functions. Those of a `DO` are among them,
 * and so are the queries of a `WITH`, after the statement that uses them.
 */
export function statementsIn(text: string): string[] {
  return text
    .replaceAll(/--.*$|\/\*[^]*?\*\//gm, '')
    .replaceAll(/(\bDO\s+(?:LANGUAGE\s+\w+\s+)?)?\$(\w*)\$([^]*?)\$\2\$/gi, (_, runs: string, __, body: string) =>
      runs ? partsOf(body) : "''",
    )
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .flatMap(withoutWith)
    .filter((statement) => /^[A-Za-z]+ /.test(statement));
}

/** What a block runs, apart by semicolons: each statement begins one, and not what is around it. */
function partsOf(block: string): string {
  let plain = block.replaceAll(/'(?:[^']|'')*'/g, "''");
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replaceAll(/\bCASE\b(?:(?!\bCASE\b|\bEND\b)[^;])*\bEND\b/gi, '_');
  }
  return `;${plain.replaceAll(/\b(?:BEGIN|THEN|ELSE|LOOP|DECLARE)\b|\bFOR\s+\w+\s+IN\b/gi, ';')};`;
}

/** Returns the tables that a query reads, but for what it names itself. */
export function tablesRead(query: string): string[] {
  const plain = query.replaceAll(/\b(?:EXTRACT|SUBSTRING|TRIM|OVERLAY)\([^()]*?\bFROM\b|\bDISTINCT FROM\b/gi, '(');
  const named = new Set(
    [...plain.matchAll(/\b(\w+)"? (?:\([^()]*\) )?AS (?:(?:NOT )?MATERIALIZED )?\(/gi)].map(([, name]) => name),
  );
  const lists = plain.matchAll(
    /\b(?:FROM|JOIN|TABLE) (?:ONLY |LATERAL )?([^()]+?)(?= (?:WHERE|JOIN|LEFT|RIGHT|INNER|FULL|CROSS|GROUP|ORDER|ON|USING|LIMIT|UNION|FOR|RETURNING)\b| ?[()]|$)/gi,
  );
  const names = [...lists].flatMap(([all, list = '']) => {
    const isFunction = plain[plain.indexOf(all) + all.length] === '(';
    return list.split(', ').slice(0, isFunction ? -1 : undefined);
  });
  return [...new Set(names.flatMap((name) => /^"?([a-z_][\w.]*)/i.exec(name)?.[1] ?? []))].filter(
    (table) => !named.has(table),
  );
}

/** `WITH old AS (a), new AS (b) c` is c, a and b; where c reads `old`, it reads a. */
function withoutWith(statement: string): string[] {
  let rest = /^WITH (?:RECURSIVE )?(.*)$/i.exec(statement)?.[1];
  if (rest === undefined) return [statement];
  const queries: string[] = [];
  const head = /^,? ?"?(\w+)"? ?(?:\([^()]*\) ?)?AS (?:(?:NOT )?MATERIALIZED )?(?=\()/i;
  for (let found = head.exec(rest); found; found = head.exec(rest)) {
    const query = inParentheses(rest.slice(found[0].length));
    queries.push(query.slice(1, -1).trim());
    rest = rest
      .slice(found[0].length + query.length)
      .trim()
      .replaceAll(
        new RegExp(String.raw`\b(FROM|JOIN|USING) ${found[1]}\b`, 'gi'),
        (_, word: string) => `${word} ${query}`,
      );
  }
  return [rest, ...queries].flatMap(withoutWith);
}

function inParentheses(text: string): string {
  let depth = 0;
  const end = [...text].findIndex((character) => {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    return depth === 0;
  });
  return end < 0 ? text : text.slice(0, end + 1);
}
