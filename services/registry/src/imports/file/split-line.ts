/** The cells of a line, or of several where a quoted cell holds line breaks. */
export interface SplitLine {
  cells: string[];
  /** Whether a quote is not closed, or something follows a closing one. */
  problem: 'open' | 'stray' | undefined;
}

const quote = '"';
const separator = ',';

/** Takes a line apart. A quote inside a cell that does not begin with one is a letter like others. */
export function splitLine(line: string): SplitLine {
  if (!line.includes(quote)) return { cells: line.split(separator), problem: undefined };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== quote) {
      const end = line.indexOf(separator, at);
      if (end < 0) return { cells: [...cells, line.slice(at)], problem: undefined };
      cells.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    const close = closingQuote(line, at + 1);
    if (close < 0) return { cells, problem: 'open' };
    cells.push(line.slice(at + 1, close).replaceAll('""', quote));
    at = close + 1;
    if (at >= line.length) return { cells, problem: undefined };
    if (line[at] !== separator) return { cells, problem: 'stray' };
    at += 1;
  }
}

/** The cells as far as they can be guessed where quotes are not as they must be: between commas, without quotes. */
export function guessCells(line: string): string[] {
  return line.split(separator).map((cell) => cell.replaceAll(quote, ''));
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 2))
    if (line[at + 1] !== quote) return at;
  return -1;
}
