import { Injectable, Logger } from '@nestjs/common';
import {
  type Actor,
  appError,
  Audit,
  Cursors,
  Database,
  mustBeCurrent,
  mustReach,
  type Page,
  type Tx,
} from '@janela/platform';
import { z } from 'zod';

export class NoteNotFound extends appError('example.note_not_found', 404, 'There is no such note') {}

export const WriteNote = z.strictObject({
  areaCode: z.string().regex(/^ZM\d*$/),
  title: z.string().min(1).max(100),
  stars: z.int().min(0).max(9).optional(),
});
export type WriteNote = z.infer<typeof WriteNote>;

export interface Note {
  id: string;
  areaCode: string;
  title: string;
  stars: number;
  version: number;
}

const columns = 'id, area_code AS "areaCode", title, stars, version';

@Injectable()
export class NotesService {
  private readonly log = new Logger(NotesService.name);

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
  ) {}

  write(actor: Actor, key: string, input: WriteNote): Promise<Note> {
    mustReach(actor, input.areaCode);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const [note] = await tx.query<Note[]>(
        `INSERT INTO notes (area_code, title, stars) VALUES ($1, $2, $3) RETURNING ${columns}`,
        [input.areaCode, input.title, input.stars ?? 0],
      );
      if (!note) throw new NoteNotFound();
      await this.audit.add(tx, actor, { action: 'note.written', subject: `note:${note.id}` });
      return note;
    });
  }

  read(actor: Actor, id: string): Promise<Note> {
    return this.database.read(actor, async (tx) => {
      const [note] = await tx.query<Note[]>(`SELECT ${columns} FROM notes WHERE id = $1`, [id]);
      if (!note) throw new NoteNotFound();
      return note;
    });
  }

  list(actor: Actor, { limit, after }: { limit: number; after?: string | undefined }): Promise<Page<Note>> {
    const position = this.cursors.read('notes', z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.query<Note[]>(
        `SELECT ${columns} FROM notes WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
        [position ?? null, limit + 1],
      );
      return this.cursors.page('notes', rows, limit, { item: (note) => note, position: (note) => note.id });
    });
  }

  rename(actor: Actor, id: string, expected: number, title: string): Promise<Note> {
    return this.database.write(actor, async (tx) => {
      const [note] = await tx.query<Note[]>(`SELECT ${columns} FROM notes WHERE id = $1 FOR UPDATE`, [id]);
      if (!note) throw new NoteNotFound();
      mustBeCurrent(expected, note.version);
      const changed = { ...note, title, version: note.version + 1 };
      await tx.query('UPDATE notes SET title = $2, version = $3 WHERE id = $1', [id, title, changed.version]);
      return changed;
    });
  }

  /** What a service must not do, done on purpose: to see how its failures come out. */
  misbehave(actor: Actor, how: string): Promise<unknown> {
    return this.database.write(actor, async (tx) => {
      if (how === 'crash') setImmediate(crash);
      if (how === 'nap') return this.nap(tx);
      if (how === 'sleep') return tx.query('SELECT pg_sleep(30)');
      if (how === 'foreign') return tx.query(`INSERT INTO notes (area_code, title) VALUES ('MZ01', 'elsewhere')`);
      if (how === 'nul') return tx.query('SELECT $1::text', ['\0']);
      if (how === 'table') return tx.query('SELECT * FROM nowhere');
      throw new Error('Chanda Mwape, +260971234567, cannot be served');
    });
  }

  private async nap(tx: Tx): Promise<unknown> {
    this.log.log('napping');
    return tx.query('SELECT pg_sleep(0.7)');
  }
}

function crash(): never {
  throw new Error('never caught +260971234567');
}
