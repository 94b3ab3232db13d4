import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Actor, AppError, Database, InjectConfig } from '@janela/platform';

import { ImportBinary, ImportEmpty, ImportNotUtf8, ImportTooLarge, ImportTooManyColumns } from '../registry.errors.ts';
import type { RegistryConfig } from '../registry.config.ts';
import { isSeparatorLine } from './csv-rows.ts';
import { maxHeaderBytes, readHeader } from './header.ts';
import { SealedStore } from './sealed-store.ts';

const partBytes = 1024 * 1024;

type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>;

/** A file that is here. */
export interface ReceivedFile {
  bytes: number;
  hash: string;
}

/** Takes a file in while it comes, a part at a time. What is no file of households is refused, and nothing of it stays. */
@Injectable()
export class ReceiveFileService {
  constructor(
    private readonly database: Database,
    private readonly store: SealedStore,
    @InjectConfig() private readonly config: RegistryConfig,
  ) {}

  /** Stores the parts under this id; answers the size, and a hash to know the same file again by. */
  async receive(actor: Actor, importId: string, body: Bytes): Promise<ReceivedFile> {
    try {
      return await this.take(actor, importId, body);
    } catch (error) {
      await this.forget(actor, importId);
      throw error;
    }
  }

  /** Throws away what has been stored under this id. */
  async forget(actor: Actor, importId: string): Promise<void> {
    await this.database.write(actor, (tx) => this.store.drop(tx, 'import_parts', importId));
  }

  /** Reads to the end also what is refused: a client that is still sending would not receive the answer. */
  private async take(actor: Actor, importId: string, body: Bytes): Promise<ReceivedFile> {
    const file = new FileCheck(this.config.JANELA_IMPORT_MAX_BYTES);
    let refusal: AppError | undefined;
    let number = 0;
    let waiting: Buffer[] = [];
    const flush = async () => {
      const bytes = Buffer.concat(waiting);
      waiting = [];
      await this.database.write(actor, (tx) => this.store.put(tx, 'import_parts', importId, number++, bytes));
    };
    for await (const chunk of body) {
      if (refusal !== undefined) continue;
      refusal = refusalOf(() => file.read(chunk));
      waiting.push(chunk);
      if (waiting.reduce((sum, { length }) => sum + length, 0) >= partBytes) await flush();
    }
    if (refusal !== undefined) throw refusal;
    file.end();
    await flush();
    return { bytes: file.bytes, hash: file.hash.digest('base64url') };
  }
}

function refusalOf(look: () => void): AppError | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Sees the bytes of a file go by, and throws at the first thing that speaks against it. */
export class FileCheck {
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
