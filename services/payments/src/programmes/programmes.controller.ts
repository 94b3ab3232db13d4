import { Controller, Get } from '@nestjs/common';
import { items, PaidProgramme } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { ProgrammesService } from './programmes.service.ts';

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  @Allow('cycle.read')
  @Answers(items(PaidProgramme))
  list(@CurrentActor() actor: Actor): Promise<{ items: PaidProgramme[] }> {
    return this.programmes.list(actor);
  }
}
