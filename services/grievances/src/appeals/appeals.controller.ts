import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Appeal, DecideAppeal, FileAppeal, Id, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';
import { z } from 'zod';

import { DecideAppealService } from './decide-appeal.ts';
import { FileAppealService } from './file-appeal.ts';
import { FindAppealsService, ListAppeals } from './find-appeals.ts';

const AppealId = z.strictObject({ id: Id });
type AppealId = z.infer<typeof AppealId>;

@Controller('v1/appeals')
export class AppealsController {
  constructor(
    private readonly filing: FileAppealService,
    private readonly finding: FindAppealsService,
    private readonly deciding: DecideAppealService,
  ) {}

  @Post()
  @Allow('appeal.file')
  @Answers(Appeal)
  file(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: FileAppeal }) input: FileAppeal,
  ): Promise<Appeal> {
    return this.filing.file(actor, key, input);
  }

  @Get()
  @Allow('appeal.read')
  @Answers(page(Appeal))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListAppeals }) query: ListAppeals): Promise<Page<Appeal>> {
    return this.finding.list(actor, query);
  }

  @Get(':id')
  @Allow('appeal.read')
  @Answers(Appeal)
  get(@CurrentActor() actor: Actor, @Param({ schema: AppealId }) { id }: AppealId): Promise<Appeal> {
    return this.finding.get(actor, id);
  }

  @Post(':id/decision')
  @Allow('appeal.decide')
  @HttpCode(200)
  @Answers(Appeal)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: AppealId }) { id }: AppealId,
    @IfMatch() expected: number,
    @Body({ schema: DecideAppeal }) input: DecideAppeal,
  ): Promise<Appeal> {
    return this.deciding.decide(actor, { id, expected }, input);
  }
}
