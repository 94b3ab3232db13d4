import { describe, expect, it } from '@jest/globals';

import { CsvBroken, csvRows } from './csv-rows.ts';
import { groupsOf } from './group-rows.ts';

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

  it('end where a line does not, and it is said where', async () => {
    const rows = rowsOf(`a,b\n1,2\n3,"${'x'.repeat(70_000)}\n`);
    await expect(rows).rejects.toThrow(CsvBroken);
    await expect(rowsOf(`a,b\n1,2\n${'x,'.repeat(40_000)}`)).rejects.toMatchObject({ line: 3 });
  });

  it.each([
    ['that is not closed', 'a,b\n1,"2\n3,4\n5,6\n'],
    ['that is not closed, in a file with others', 'a,b\n1,"2\n3,"4"\n5,"6"\n'],
    ['that is not closed, and another one in the same column', 'a,b\n1,"2\n3,4\n5,6"\n'],
    ['that is not closed, at the end of the file', 'a,b\n3,4\n5,6\n1,"2'],
    ['with something after the closing one', 'a,b\n1,"2"x\n3,4\n5,6\n'],
    ['in the number of the form', 'a,b\n"1,2\n3,4\n5,6\n'],
  ])('lose no other row to a quote %s', async (_what, text) => {
    const rows = await all(csvRows(pieces(text, 5)));
    const broken = rows.filter(({ problem }) => problem === 'quote_out_of_place');
    expect(broken.map(({ cells }) => cells[0])).toEqual(['1']);
    const others = rows.filter(({ problem }) => problem === undefined).map(({ cells }) => cells.join());
    expect(others.slice(0, 2)).toEqual(['a,b', '3,4']);
    expect(rows).toHaveLength(4);
  });

  it('have no quote out of place where one stands in the middle of a cell', async () => {
    expect(await rowsOf('a,b\nNaomi "Nono" Phiri,5" pipe\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'Naomi "Nono" Phiri', '5" pipe'],
    ]);
  });

  it('are without what spreadsheets add: a line for the separator, rows of nothing, ends of every kind', async () => {
    const text = '\ufeffsep=,\r\n,,,\r\na,b,,\r\n1,2,,\r,,,\n , \u00a0,,\n"",,"",\n3,4,,\r\n,,,';
    expect(await rowsOf(text, 1)).toEqual([
      [3, 'a', 'b', '', ''],
      [4, '1', '2', '', ''],
      [8, '3', '4', '', ''],
    ]);
  });
});

describe('the households of a file', () => {
  const file = 'r\nA\nA\nB\n\nA\n,x\n,x\n,\nC\nC\nC\n';
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
