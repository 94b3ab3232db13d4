/** A line is longer than every cell of a row may be together: the file is no file of households from there on. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';

  constructor(readonly line: number) {
    super(`Line ${line} is too long`);
  }
}

/** The lines of a text, however they end, without their ends, the first one without a byte order mark. */
export async function* linesOf(bytes: AsyncIterable<Buffer>, maxCharacters: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let left = '';
  let count = 0;
  for await (const chunk of bytes) {
    left += decoder.decode(chunk, { stream: true });
    // A return at the very end may be the first half of an end of two characters.
    const isHalf = left.endsWith('\r');
    const lines = (isHalf ? left.slice(0, -1) : left).split(/\r\n|\n|\r/);
    left = `${lines.pop() ?? ''}${isHalf ? '\r' : ''}`;
    for (const line of lines) yield mustFit(line, ++count, maxCharacters);
    mustFit(left, count + 1, maxCharacters);
  }
  left += decoder.decode();
  for (const line of left.replace(/\r$/, '').split(/\r\n|\n|\r/))
    if (left !== '') yield mustFit(line, ++count, maxCharacters);
}

function mustFit(line: string, number: number, maxCharacters: number): string {
  if (line.length > maxCharacters) throw new LineTooLong(number);
  return line;
}
