import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Scorecard, ScorecardParam } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { checkedLater } from '../programmes/document.ts';
import { ScorecardsService } from './scorecards.service.ts';

@Controller('v1/scorecards/:code')
export class ScorecardsController {
  constructor(private readonly scorecards: ScorecardsService) {}

  @Put()
  @Allow('scorecard.write')
  @HttpCode(200)
  @Answers(Scorecard)
  load(
    @CurrentActor() actor: Actor,
    @Param({ schema: ScorecardParam }) { code }: ScorecardParam,
    @Body({ schema: checkedLater(Scorecard) }) document: unknown,
  ): Promise<Scorecard> {
    return this.scorecards.load(actor, code, document);
  }

  @Get()
  @Allow('scorecard.read')
  @Answers(Scorecard)
  get(@CurrentActor() actor: Actor, @Param({ schema: ScorecardParam }) { code }: ScorecardParam): Promise<Scorecard> {
    return this.scorecards.get(actor, code);
  }
}
