import { Controller, Get, Query } from '@nestjs/common';
import { ComplaintFigures, GivenAreaCode, PlainDate } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';
import { z } from 'zod';

import { ComplaintsService } from './complaints.service.ts';

const AskComplaints = z.strictObject({
  areaCode: GivenAreaCode.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
});
type AskComplaints = z.infer<typeof AskComplaints>;

@Controller('v1/complaints')
export class ComplaintsController {
  constructor(private readonly complaints: ComplaintsService) {}

  @Get()
  @Allow('complaint-figure.read')
  @Answers(ComplaintFigures)
  figures(
    @CurrentActor() actor: Actor,
    @Query({ schema: AskComplaints }) query: AskComplaints,
  ): Promise<ComplaintFigures> {
    return this.complaints.figures(actor, query);
  }
}
