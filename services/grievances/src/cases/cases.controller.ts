import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ActOnCase, Case, CaseSummary, FileCase, FiledCase, Id, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';
import { z } from 'zod';

import { ActOnCaseService } from './act-on-case.ts';
import { FileCaseService } from './file-case.ts';
import { FindCasesService, ListCases } from './find-cases.ts';

const CaseId = z.strictObject({ id: Id });
type CaseId = z.infer<typeof CaseId>;

@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly filing: FileCaseService,
    private readonly finding: FindCasesService,
    private readonly acting: ActOnCaseService,
  ) {}

  @Post()
  @Allow('case.file')
  @Answers(FiledCase)
  file(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: FileCase }) input: FileCase,
  ): Promise<FiledCase> {
    return this.filing.file(actor, key, input);
  }

  @Get()
  @Allow('case.read')
  @Answers(page(CaseSummary))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListCases }) query: ListCases): Promise<Page<CaseSummary>> {
    return this.finding.list(actor, query);
  }

  @Get(':id')
  @Allow('case.read')
  @Answers(Case)
  get(@CurrentActor() actor: Actor, @Param({ schema: CaseId }) { id }: CaseId): Promise<Case> {
    return this.finding.get(actor, id);
  }

  @Post(':id/actions')
  @Allow('case.work')
  @HttpCode(200)
  @Answers(Case)
  act(
    @CurrentActor() actor: Actor,
    @Param({ schema: CaseId }) { id }: CaseId,
    @IfMatch() expected: number,
    @Body({ schema: ActOnCase }) input: ActOnCase,
  ): Promise<Case> {
    return this.acting.act(actor, { id, expected }, input);
  }
}
