import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RequestScreening, Screening } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { ScreeningsService } from './screenings.service.ts';

@Controller('v1/screenings')
export class ScreeningsController {
  constructor(private readonly screenings: ScreeningsService) {}

  @Post()
  @Allow('household.screen')
  @HttpCode(200)
  @Answers(Screening)
  screen(
    @CurrentActor() actor: Actor,
    @Body({ schema: RequestScreening }) input: RequestScreening,
  ): Promise<Screening> {
    return this.screenings.screen(actor, input);
  }
}
