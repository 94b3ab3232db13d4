import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { OutcomeAnswer, ReportOutcome } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { OutcomeReports } from './outcome-reports.ts';

@Controller('v1/outcomes')
export class OutcomesController {
  constructor(private readonly reports: OutcomeReports) {}

  @Post()
  @Allow('outcome.report')
  @HttpCode(200)
  @Answers(OutcomeAnswer)
  report(@CurrentActor() actor: Actor, @Body({ schema: ReportOutcome }) input: ReportOutcome): Promise<OutcomeAnswer> {
    return this.reports.report(actor, input);
  }
}
