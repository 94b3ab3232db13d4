import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SetBehaviours, type SandboxBehaviours } from '@janela/contracts';
import { type Actor, Allow, CurrentActor } from '@janela/platform';

import { BehavioursService } from './behaviours.service.ts';

@Controller('v1/behaviours')
export class BehavioursController {
  constructor(private readonly behaviours: BehavioursService) {}

  @Get()
  @Allow('behaviour.read')
  list(@CurrentActor() actor: Actor): Promise<SandboxBehaviours> {
    return this.behaviours.list(actor);
  }

  @Post()
  @Allow('behaviour.set')
  @HttpCode(200)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetBehaviours }) input: SetBehaviours): Promise<SandboxBehaviours> {
    return this.behaviours.set(actor, input);
  }
}
