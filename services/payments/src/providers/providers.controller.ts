import { Body, Controller, Get, Post } from '@nestjs/common';
import { AddProvider, Provider, items } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { ProvidersService } from './providers.service.ts';

@Controller('v1/providers')
export class ProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @Post()
  @Allow('provider.add')
  @Answers(Provider)
  add(@CurrentActor() actor: Actor, @Body({ schema: AddProvider }) input: AddProvider): Promise<Provider> {
    return this.providers.add(actor, input);
  }

  @Get()
  @Allow('provider.read')
  @Answers(items(Provider))
  list(@CurrentActor() actor: Actor): Promise<{ items: Provider[] }> {
    return this.providers.list(actor);
  }
}
