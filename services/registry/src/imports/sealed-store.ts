import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { Cipher, type Tx } from '@janela/platform';

const [compress, expand] = [promisify(gzip), promisify(gunzip)];
const purpose = 'registry.import';

/** Where pieces of a file wait: as they came (`import_parts`), or checked (`import_chunks`). */
export type SealedTable = 'import_parts' | 'import_chunks';

/** Which piece of which file it is. */
interface Piece {
  table: SealedTable;
  importId: string;
  number: number;
}

/** Keeps pieces of a file for as long as they are needed: compressed, because files repeat themselves, and encrypted. */
@Injectable()
export class SealedStore {
  constructor(private readonly cipher: Cipher) {}

  async put(tx: Tx, { table, importId, number }: Piece, bytes: Uint8Array): Promise<void> {
    const small = await compress(bytes, { level: 1 });
    const sealed = this.cipher.seal(purpose, small.toString('base64'), placeOf(table, importId, number));
    await tx.query(`INSERT INTO ${table} (import_id, number, sealed) VALUES ($1, $2, $3)`, [importId, number, sealed]);
  }

  /** The piece with that number; undefined after the last. */
  async find(tx: Tx, table: SealedTable, importId: string, number: number): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ sealed: string }[]>(
      `SELECT sealed FROM ${table} WHERE import_id = $1 AND number = $2`,
      [importId, number],
    );
    if (!row) return undefined;
    const text = this.cipher.open(purpose, row.sealed, placeOf(table, importId, number));
    return expand(Buffer.from(text, 'base64'));
  }

  /** Throws away one piece, or all of them. */
  async drop(tx: Tx, table: SealedTable, importId: string, number?: number): Promise<void> {
    await tx.query(`DELETE FROM ${table} WHERE import_id = $1 AND ($2::int IS NULL OR number = $2)`, [
      importId,
      number ?? null,
    ]);
  }
}

const placeOf = (table: SealedTable, importId: string, number: number) => `${table} ${importId} ${number}`;
