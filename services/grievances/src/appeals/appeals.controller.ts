import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Appeal, DecideAppeal, FileAppeal, IdParam, ListAppeals, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { AppealsService } from './appeals.service.ts';
import { DecideAppealService } from './decide-appeal.ts';
import { FileAppealService } from './file-appeal.ts';

@Controller('v1/appeals')
export class AppealsController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly fileAppeal: FileAppealService,
    private readonly decideAppeal: DecideAppealService,
  ) {}

  @Post()
  @Allow('appeal.file')
  @Answers(Appeal)
  file(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: FileAppeal }) input: FileAppeal,
  ): Promise<Appeal> {
    return this.fileAppeal.file(actor, key, input);
  }

  @Get()
  @Allow('appeal.read')
  @Answers(page(Appeal))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListAppeals }) query: ListAppeals): Promise<Page<Appeal>> {
    return this.appeals.list(actor, query);
  }

  @Get(':id')
  @Allow('appeal.read')
  @Answers(Appeal)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Appeal> {
    return this.appeals.get(actor, id);
  }

  @Post(':id/decision')
  @Allow('appeal.decide')
  @HttpCode(200)
  @Answers(Appeal)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: DecideAppeal }) input: DecideAppeal,
  ): Promise<Appeal> {
    return this.decideAppeal.decide(actor, { id, expectedVersion }, input);
  }
}
