import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SetBehaviours, SandboxBehaviours } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { BehavioursService } from './behaviours.service.ts';

@Controller('v1/behaviours')
export class BehavioursController {
  constructor(private readonly behaviours: BehavioursService) {}

  @Get()
  @Allow('behaviour.read')
  @Answers(SandboxBehaviours)
  list(@CurrentActor() actor: Actor): Promise<SandboxBehaviours> {
    return this.behaviours.list(actor);
  }

  @Post()
  @Allow('behaviour.set')
  @HttpCode(200)
  @Answers(SandboxBehaviours)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetBehaviours }) input: SetBehaviours): Promise<SandboxBehaviours> {
    return this.behaviours.set(actor, input);
  }
}
