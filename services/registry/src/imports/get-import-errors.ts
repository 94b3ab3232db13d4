import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { type Actor, Audit, csv, Database } from '@janela/platform';

import { ImportNotFound } from '../registry.errors.ts';
import { languageOf, wordsFor } from './import.words.ts';
import { isFor } from './import-sender.ts';
import { ImportsStore } from './imports.store.ts';

const errorsAtOnce = 1_000;

/** Writes what is wrong with a file as a CSV file. */
@Injectable()
export class GetImportErrorsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Returns the errors with what the cells held, as text that no spreadsheet computes. The cells may hold names and numbers: that they
   * are read stays on record.
   */
  async get(actor: Actor, id: string, acceptLanguage: string | undefined): Promise<Readable> {
    if (!isFor(actor, await this.imports.get(id))) throw new ImportNotFound();
    await this.database.write(actor, (tx) =>
      this.audit.add(tx, actor, { action: 'import.errors_read', subject: `import:${id}`, details: {} }),
    );
    return Readable.from(this.errorLines(id, languageOf(acceptLanguage)));
  }

  private async *errorLines(id: string, language: ReturnType<typeof languageOf>): AsyncGenerator<string> {
    // Without the mark a spreadsheet takes the bytes for those of an older alphabet.
    yield '\uFEFFline,column,code,message,value\r\n';
    let position = { line: 0, id: '0' };
    for (;;) {
      const errors = await this.imports.listErrors(id, position, errorsAtOnce);
      yield csv(errors.map(({ line, column, code, value }) => [line, column, code, wordsFor(code, language), value]));
      const last = errors.at(-1);
      if (!last || errors.length < errorsAtOnce) return;
      position = last;
    }
  }
}
