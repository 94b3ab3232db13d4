import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Cycle, IdParam } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { DispatchCycleService } from './dispatch-cycle.ts';

@Controller('v1/cycles/:id')
export class DispatchController {
  constructor(private readonly dispatchCycle: DispatchCycleService) {}

  @Post('dispatch')
  @Allow('cycle.dispatch')
  @HttpCode(200)
  @Answers(Cycle)
  dispatch(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Cycle> {
    return this.dispatchCycle.dispatch(actor, { id, expectedVersion });
  }
}
