import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const ways = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;
type Encoding = keyof typeof ways;

/** Files whose name changes with their content, compressed once and kept: a whole web app is well below a megabyte. */
export class Squeezed {
  private readonly kept = new Map<string, Promise<Buffer>>();

  /** The file in the smallest way that the browser takes; as it is when it takes none. */
  async of(file: string, bytes: Buffer, accepted = ''): Promise<{ encoding?: Encoding; body: Buffer }> {
    const encoding = encodingOf(accepted);
    if (!encoding) return { body: bytes };
    const key = `${encoding} ${file}`;
    const kept = this.kept.get(key) ?? ways[encoding](bytes);
    this.kept.set(key, kept);
    return { encoding, body: await kept };
  }
}

/** What a browser takes of what we have, the smaller first. `q=0` refuses. */
export function encodingOf(accepted: string): Encoding | undefined {
  const taken = accepted
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((each) => taken.includes(each));
}
