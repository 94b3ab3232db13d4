import { createHash } from 'node:crypto';

import {
  ImportBinary,
  ImportEmpty,
  ImportNotUtf8,
  ImportTooLarge,
  ImportTooManyColumns,
} from '../../registry.errors.ts';
import { isSeparatorLine } from './csv-rows.ts';
import { maxHeaderBytes, readHeader } from './header.ts';

/** Checks the bytes of a file as they come, and throws at the first thing that is wrong with it. */
export class ByteCheck {
  bytes = 0;
  readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private header: string | undefined = '';
  private hasRows = false;

  constructor(private readonly maxBytes: number) {}

  read(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (this.bytes > this.maxBytes) throw new ImportTooLarge(`At most ${this.maxBytes} bytes are read`);
    if (chunk.includes(0)) throw new ImportBinary();
    this.see(this.decode(chunk));
  }

  /** The file is over. */
  end(): void {
    this.see(this.decode());
    if (this.bytes === 0 || !this.hasRows) {
      if (this.header !== undefined && !isBeforeHeader(this.header)) readHeader(this.header);
      throw new ImportEmpty();
    }
  }

  private decode(chunk?: Buffer): string {
    try {
      return chunk ? this.decoder.decode(chunk, { stream: true }) : this.decoder.decode();
    } catch {
      throw new ImportNotUtf8('The file is to be saved as UTF-8');
    }
  }

  private see(text: string): void {
    if (this.header === undefined) {
      this.hasRows ||= /[^\s,"]/.test(text);
      return;
    }
    let waiting = this.header + text;
    for (;;) {
      const end = /\r\n|\n|\r/.exec(waiting);
      if ((end?.index ?? waiting.length) > maxHeaderBytes) throw new ImportTooManyColumns();
      this.header = waiting;
      if (!end) return;
      const line = waiting.slice(0, end.index);
      waiting = waiting.slice(end.index + end[0].length);
      if (isBeforeHeader(line)) continue;
      readHeader(line);
      this.header = undefined;
      return this.see(waiting);
    }
  }
}

/** A line that is no header yet: nothing, or what names the separator for a spreadsheet. */
function isBeforeHeader(line: string): boolean {
  return isSeparatorLine(line) || /^[\s,"]*$/.test(line);
}
