import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ActOnCase,
  Case,
  CaseSummary,
  FileCase,
  FiledCase,
  IdParam,
  ListCases,
  type Page,
  page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { ActOnCaseService } from './act-on-case.ts';
import { CasesService } from './cases.service.ts';
import { FileCaseService } from './file-case.ts';

@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly fileCase: FileCaseService,
    private readonly actOnCase: ActOnCaseService,
  ) {}

  @Post()
  @Allow('case.file')
  @Answers(FiledCase)
  file(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: FileCase }) input: FileCase,
  ): Promise<FiledCase> {
    return this.fileCase.file(actor, key, input);
  }

  @Get()
  @Allow('case.read')
  @Answers(page(CaseSummary))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListCases }) query: ListCases): Promise<Page<CaseSummary>> {
    return this.cases.list(actor, query);
  }

  @Get(':id')
  @Allow('case.read')
  @Answers(Case)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Case> {
    return this.cases.get(actor, id);
  }

  @Post(':id/actions')
  @Allow('case.work')
  @HttpCode(200)
  @Answers(Case)
  act(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: ActOnCase }) input: ActOnCase,
  ): Promise<Case> {
    return this.actOnCase.act(actor, { id, expectedVersion }, input);
  }
}
