import type { Readable } from 'node:stream';

import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Id, Import, line, page } from '@janela/contracts';
import {
  type Actor,
  Allow,
  Answers,
  CurrentActor,
  IdempotencyKey,
  listQuery,
  type Page,
  Produces,
  Upload,
} from '@janela/platform';
import { z } from 'zod';

import { maxImportBytes } from '../registry.config.ts';
import { ImportsService } from './imports.service.ts';

const ImportId = z.strictObject({ id: Id });
type ImportId = z.infer<typeof ImportId>;
const ListImports = listQuery({});
type ListImports = z.infer<typeof ListImports>;
const StartImport = z.strictObject({ fileName: line(200).default('households.csv') });
type StartImport = z.infer<typeof StartImport>;

@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @Allow('import.start')
  @Upload({ mediaTypes: ['text/csv'], maxBytes: maxImportBytes })
  @HttpCode(202)
  @Answers(Import)
  start(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Query({ schema: StartImport }) { fileName }: StartImport,
    @Body() body: Readable | undefined,
  ): Promise<Import> {
    return this.imports.start(actor, { fileName, body, key });
  }

  @Get()
  @Allow('import.read')
  @Answers(page(Import))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListImports }) query: ListImports): Promise<Page<Import>> {
    return this.imports.list(actor, query);
  }

  @Get(':id')
  @Allow('import.read')
  @Answers(Import)
  get(@CurrentActor() actor: Actor, @Param({ schema: ImportId }) { id }: ImportId): Promise<Import> {
    return this.imports.get(actor, id);
  }

  @Get(':id/errors.csv')
  @Allow('import.read')
  @Produces('text/csv')
  async readErrors(
    @CurrentActor() actor: Actor,
    @Param({ schema: ImportId }) { id }: ImportId,
    @Headers('accept-language') language: string | undefined,
  ): Promise<StreamableFile> {
    const stream = await this.imports.readErrors(actor, id, language);
    return new StreamableFile(stream, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="errors-${id}.csv"`,
    });
  }
}
