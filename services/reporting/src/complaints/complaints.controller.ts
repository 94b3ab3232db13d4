import { Controller, Get, Query } from '@nestjs/common';
import { ComplaintFigures, ComplaintsQuery } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { ComplaintsService } from './complaints.service.ts';

@Controller('v1/complaints')
export class ComplaintsController {
  constructor(private readonly complaints: ComplaintsService) {}

  @Get()
  @Allow('complaint-figure.read')
  @Answers(ComplaintFigures)
  figures(
    @CurrentActor() actor: Actor,
    @Query({ schema: ComplaintsQuery }) query: ComplaintsQuery,
  ): Promise<ComplaintFigures> {
    return this.complaints.get(actor, query);
  }
}
