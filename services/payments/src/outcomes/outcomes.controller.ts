import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ReportOutcome, Difference, OutcomeAnswer, page, ListDifferences, type Page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { DifferencesService } from './differences.service.ts';
import { OutcomeReports } from './outcome-reports.ts';

@Controller('v1')
export class OutcomesController {
  constructor(
    private readonly reports: OutcomeReports,
    private readonly differences: DifferencesService,
  ) {}

  @Post('outcomes')
  @Allow('outcome.report')
  @HttpCode(200)
  @Answers(OutcomeAnswer)
  report(@CurrentActor() actor: Actor, @Body({ schema: ReportOutcome }) input: ReportOutcome): Promise<OutcomeAnswer> {
    return this.reports.report(actor, input);
  }

  @Get('differences')
  @Allow('difference.read')
  @Answers(page(Difference))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDifferences }) query: ListDifferences,
  ): Promise<Page<Difference>> {
    return this.differences.list(actor, query);
  }
}
