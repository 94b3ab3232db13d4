import type { Readable } from 'node:stream';

import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  IdParam,
  Import,
  ListImports,
  ListWaitingHouseholds,
  type Page,
  page,
  StartImport,
  WaitingHousehold,
  WaitingHouseholdParams,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, Produces, Upload } from '@janela/platform';

import { maxImportBytes } from '../registry.config.ts';
import { GetImportErrorsService } from './get-import-errors.ts';
import { ImportsService } from './imports.service.ts';
import { WaitingHouseholdsService } from './waiting-households.service.ts';

@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly importErrors: GetImportErrorsService,
    private readonly waiting: WaitingHouseholdsService,
  ) {}

  @Post()
  @Allow('import.start')
  @Upload({ mediaTypes: ['text/csv'], maxBytes: maxImportBytes })
  @HttpCode(202)
  @Answers(Import)
  start(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Query({ schema: StartImport }) { fileName, source }: StartImport,
    @Body() body: Readable | undefined,
  ): Promise<Import> {
    return this.imports.start(actor, { fileName, source, body, key });
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
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Import> {
    return this.imports.get(actor, id);
  }

  @Get(':id/errors.csv')
  @Allow('import.read-errors')
  @Produces('text/csv')
  async readErrors(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Headers('accept-language') language: string | undefined,
  ): Promise<StreamableFile> {
    const stream = await this.importErrors.get(actor, id, language);
    return new StreamableFile(stream, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="errors-${id}.csv"`,
    });
  }

  @Get(':id/waiting')
  @Allow('import.decide')
  @Answers(page(WaitingHousehold))
  listWaiting(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ListWaitingHouseholds }) query: ListWaitingHouseholds,
  ): Promise<Page<WaitingHousehold>> {
    return this.waiting.list(actor, id, query);
  }

  @Post(':id/waiting/:waitingId/accept')
  @Allow('import.decide')
  @HttpCode(200)
  @Answers(WaitingHousehold)
  accept(
    @CurrentActor() actor: Actor,
    @Param({ schema: WaitingHouseholdParams }) place: WaitingHouseholdParams,
  ): Promise<WaitingHousehold> {
    return this.waiting.accept(actor, place);
  }

  @Post(':id/waiting/:waitingId/drop')
  @Allow('import.decide')
  @HttpCode(200)
  @Answers(WaitingHousehold)
  drop(
    @CurrentActor() actor: Actor,
    @Param({ schema: WaitingHouseholdParams }) place: WaitingHouseholdParams,
  ): Promise<WaitingHousehold> {
    return this.waiting.drop(actor, place);
  }
}
