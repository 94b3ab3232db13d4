import type { Readable } from 'node:stream';

import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  Accepted,
  type Actor,
  Allow,
  CurrentActor,
  currentTraceparent,
  IdempotencyKey,
  IfMatch,
  listQuery,
  type Page,
  Produces,
  Public,
  Upload,
} from '@janela/platform';
import { z } from 'zod';

import { type Note, NotesService, WriteNote } from './notes.service.ts';

const NoteId = z.strictObject({ id: z.uuid() });
type NoteId = z.infer<typeof NoteId>;
const ListNotes = listQuery({});
type ListNotes = z.infer<typeof ListNotes>;
const Rename = z.strictObject({ title: z.string().min(1) });
type Rename = z.infer<typeof Rename>;
const Anything = z.record(z.string(), z.unknown());

@Controller('v1/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Post()
  @Allow('note.write')
  write(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: WriteNote }) input: WriteNote,
  ): Promise<Note> {
    return this.notes.write(actor, key, input);
  }

  @Get()
  @Allow('note.read')
  list(@CurrentActor() actor: Actor, @Query({ schema: ListNotes }) query: ListNotes): Promise<Page<Note>> {
    return this.notes.list(actor, query);
  }

  @Get(':id')
  @Allow('note.read')
  read(@CurrentActor() actor: Actor, @Param({ schema: NoteId }) { id }: NoteId): Promise<Note> {
    return this.notes.read(actor, id);
  }

  @Patch(':id')
  @Allow('note.write')
  rename(
    @CurrentActor() actor: Actor,
    @Param({ schema: NoteId }) { id }: NoteId,
    @IfMatch() version: number,
    @Body({ schema: Rename }) { title }: Rename,
  ): Promise<Note> {
    return this.notes.rename(actor, id, version, title);
  }

  @Post('misbehave/:how')
  @Allow('note.write')
  @HttpCode(200)
  misbehave(@CurrentActor() actor: Actor, @Param('how') how: string): Promise<unknown> {
    return this.notes.misbehave(actor, how);
  }
}

/** Routes that anyone may call and that only give back what they got. */
@Controller('v1/echo')
@Public()
export class EchoController {
  @Post()
  body(@Body({ schema: Anything }) body: Record<string, unknown>): { got: Record<string, unknown> } {
    return { got: body };
  }

  @Get('trace')
  trace(): { traceparent: string | undefined } {
    return { traceparent: currentTraceparent() };
  }

  @Get('figures')
  @Produces('application/json', 'text/csv')
  figures(@Accepted() mediaType: string): { mediaType: string } {
    return { mediaType };
  }

  @Post('files')
  @Upload({ mediaTypes: ['text/csv'], maxBytes: 2_000_000 })
  async file(@Body() bytes: Readable): Promise<{ bytes: number }> {
    let count = 0;
    for await (const chunk of bytes) count += (chunk as Buffer).length;
    return { bytes: count };
  }

  @Get(':word')
  word(@Param('word') word: string): { word: string } {
    return { word };
  }
}
