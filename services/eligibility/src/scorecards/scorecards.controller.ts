import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Scorecard, SnakeCode } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';
import { z } from 'zod';

import { checkedLater } from '../programmes/document.ts';
import { ScorecardsService } from './scorecards.service.ts';

const ScorecardCode = z.strictObject({ code: SnakeCode });
type ScorecardCode = z.infer<typeof ScorecardCode>;

@Controller('v1/scorecards/:code')
export class ScorecardsController {
  constructor(private readonly scorecards: ScorecardsService) {}

  @Put()
  @Allow('scorecard.write')
  @HttpCode(200)
  @Answers(Scorecard)
  load(
    @CurrentActor() actor: Actor,
    @Param({ schema: ScorecardCode }) { code }: ScorecardCode,
    @Body({ schema: checkedLater(Scorecard) }) document: unknown,
  ): Promise<Scorecard> {
    return this.scorecards.load(actor, code, document);
  }

  @Get()
  @Allow('scorecard.read')
  @Answers(Scorecard)
  read(@CurrentActor() actor: Actor, @Param({ schema: ScorecardCode }) { code }: ScorecardCode): Promise<Scorecard> {
    return this.scorecards.read(actor, code);
  }
}
