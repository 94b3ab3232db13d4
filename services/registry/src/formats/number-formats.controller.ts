import { Body, Controller, Get, Put } from '@nestjs/common';
import { NumberFormats, PublishNumberFormats } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { NumberFormatsService } from './number-formats.service.ts';

@Controller('v1/number-formats')
export class NumberFormatsController {
  constructor(private readonly formats: NumberFormatsService) {}

  @Get()
  @Allow('number-format.read')
  @Answers(NumberFormats)
  get(@CurrentActor() actor: Actor): Promise<NumberFormats> {
    return this.formats.get(actor);
  }

  @Put()
  @Allow('number-format.publish')
  @Answers(NumberFormats)
  publish(
    @CurrentActor() actor: Actor,
    @Body({ schema: PublishNumberFormats }) input: PublishNumberFormats,
  ): Promise<NumberFormats> {
    return this.formats.publish(actor, input);
  }
}
