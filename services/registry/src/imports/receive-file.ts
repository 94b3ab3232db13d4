import { Injectable } from '@nestjs/common';
import { type Actor, AppError, Database, InjectConfig } from '@janela/platform';

import type { RegistryConfig } from '../registry.config.ts';
import { ByteCheck } from './file/byte-check.ts';
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

  /** Stores the parts under this id; returns the size, and a hash to know the same file again by. */
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
    const file = new ByteCheck(this.config.JANELA_IMPORT_MAX_BYTES);
    let refusal: AppError | undefined;
    let number = 0;
    let waiting: Buffer[] = [];
    const flush = async () => {
      const bytes = Buffer.concat(waiting);
      waiting = [];
      const piece = { table: 'import_parts', importId, number: number++ } as const;
      await this.database.write(actor, (tx) => this.store.put(tx, piece, bytes));
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
