/**
 * Adds a row to the table between `<!-- name -->` and `<!-- /name -->`. Its cells are found by the words of the table's head; a
 * column that nothing is known about gets a dash. Where there is no such table the text stays as it is.
 * @param {string} markdown
 * @param {string} name
 * @param {Record<string, string>} cells by column, in small letters
 */
export function withRow(markdown, name, cells) {
  const [all, table = ''] = new RegExp(`<!-- ${name} -->([^]*?)\\s*<!-- /${name} -->`).exec(markdown) ?? [];
  const head = table.split('\n').find((line) => line.startsWith('|'));
  if (!all || !head) return markdown;
  const columns = head
    .split('|')
    .slice(1, -1)
    .map((column) => column.trim().toLowerCase());
  const row = `| ${columns.map((column) => cells[column] ?? '–').join(' | ')} |`;
  return markdown.replace(all, () => all.replace(table, () => `${table}\n${row}`));
}
