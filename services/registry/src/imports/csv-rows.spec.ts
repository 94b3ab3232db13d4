import { describe, expect, it } from '@jest/globals';

import { CsvBroken, csvRows, groupsOf } from './csv-rows.ts';

async function* pieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const rowsOf = async (text: string, size = 7) =>
  (await all(csvRows(pieces(text, size)))).map(({ line, cells }) => [line, ...cells]);

describe('the rows of a file', () => {
  it('know the line on which they begin, also after a cell of several lines and empty lines', async () => {
    const text = 'a,b\n1,"two\nlines"\n\n\n2,ü\r\n3,"x, ""y"""';
    expect(await rowsOf(text, 1)).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'two\nlines'],
      [6, '2', 'ü'],
      [7, '3', 'x, "y"'],
    ]);
  });

  it('begin after a byte order mark', async () => {
    expect(await rowsOf('\ufeffa,b\n1,2\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  it('may be longer or shorter than the header', async () => {
    expect(await rowsOf('a,b\n1\n1,2,3\n')).toHaveLength(3);
  });

  it('end where a quote is not closed, and it is said where', async () => {
    const rows = rowsOf(`a,b\n1,2\n3,"${'x'.repeat(70_000)}\n`);
    await expect(rows).rejects.toThrow(CsvBroken);
    await expect(rowsOf('a,b\n1,"2')).rejects.toMatchObject({ line: 2 });
  });
});

describe('the households of a file', () => {
  const file = 'r\nA\nA\nB\n\nA\n,\n,\nC\nC\nC\n';
  const groups = async (keep: number) => {
    const rows = csvRows(pieces(file, 64));
    await rows.next();
    const list = await all(groupsOf(rows, ({ cells }) => cells[0] ?? '', keep));
    return list.map(({ ref, rows: kept, more }) => [ref, kept.length, more]);
  };

  it('are rows that stand together; rows without a reference stand alone', async () => {
    expect(await groups(9)).toEqual([
      ['A', 2, 0],
      ['B', 1, 0],
      ['A', 1, 0],
      ['', 1, 0],
      ['', 1, 0],
      ['C', 3, 0],
    ]);
  });

  it('do not fill the memory however many rows they have', async () => {
    expect((await groups(2)).at(-1)).toEqual(['C', 2, 1]);
  });
});
