import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  EndEnrolment,
  Enrolment,
  enrolmentStates,
  Id,
  ProgrammeCode,
  ResumeEnrolment,
  SuspendEnrolment,
  page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch, listQuery, type Page } from '@janela/platform';
import { z } from 'zod';

import { EnrolmentsService } from './enrolments.service.ts';

const EnrolmentId = z.strictObject({ id: Id });
type EnrolmentId = z.infer<typeof EnrolmentId>;
const ListEnrolments = listQuery({
  householdId: Id.optional(),
  programme: ProgrammeCode.optional(),
  state: z.enum(enrolmentStates.states).optional(),
});
type ListEnrolments = z.infer<typeof ListEnrolments>;

@Controller('v1/enrolments')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get()
  @Allow('enrolment.read')
  @Answers(page(Enrolment))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListEnrolments }) query: ListEnrolments,
  ): Promise<Page<Enrolment>> {
    return this.enrolments.list(actor, query);
  }

  @Get(':id')
  @Allow('enrolment.read')
  @Answers(Enrolment)
  read(@CurrentActor() actor: Actor, @Param({ schema: EnrolmentId }) { id }: EnrolmentId): Promise<Enrolment> {
    return this.enrolments.read(actor, id);
  }

  @Post(':id/suspend')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  suspend(
    @CurrentActor() actor: Actor,
    @Param({ schema: EnrolmentId }) { id }: EnrolmentId,
    @IfMatch() version: number,
    @Body({ schema: SuspendEnrolment }) input: SuspendEnrolment,
  ): Promise<Enrolment> {
    return this.enrolments.suspend(actor, id, version, input);
  }

  @Post(':id/resume')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  resume(
    @CurrentActor() actor: Actor,
    @Param({ schema: EnrolmentId }) { id }: EnrolmentId,
    @IfMatch() version: number,
    @Body({ schema: ResumeEnrolment }) input: ResumeEnrolment,
  ): Promise<Enrolment> {
    return this.enrolments.resume(actor, id, version, input);
  }

  @Post(':id/end')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  end(
    @CurrentActor() actor: Actor,
    @Param({ schema: EnrolmentId }) { id }: EnrolmentId,
    @IfMatch() version: number,
    @Body({ schema: EndEnrolment }) input: EndEnrolment,
  ): Promise<Enrolment> {
    return this.enrolments.end(actor, id, version, input);
  }
}
